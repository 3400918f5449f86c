import type { Problem } from './coherence.ts';
import type { IsoDate } from './dates.ts';
import { canMeet, globsMeet, implies, isOfAccount } from './overlap.ts';
import type { Provider, Rule, When } from './model.ts';

type At = readonly [field: string, when: When];

/**
 * The rules of a provider that can never apply, or never have an effect: they ask for a plan, a region, a setting, a
 * feature or a host that its file does not know, their days do not exist, their `unless` always cancels them, or a
 * later rule always takes their place.
 * @param asOf the day of the catalogue.
 */
export function unreachable(provider: Provider, asOf: IsoDate): Problem[] {
  return [
    ...unheardOf(provider),
    ...provider.rules.flatMap((rule, at) => [
      ...withoutDays(rule, `rules.${at}`, asOf),
      ...cancelled(rule, `rules.${at}`),
      ...replaced(rule, `rules.${at}`, provider),
    ]),
  ];
}

/** What conditions ask for that nobody can state here. */
function unheardOf(provider: Provider): Problem[] {
  const { vocabulary, hosts, kind, hiddenFeatures = [], base, rules } = provider;
  const { plans = [], regions = [], settings = {}, features = [] } = vocabulary;
  const known = new Set(features.map(lower));
  const missing = (
    field: string,
    what: string,
    asked: readonly string[] = [],
    all: readonly string[],
  ): Problem[] => {
    const heard = new Set(all.map(lower));
    return asked
      .filter((name) => !heard.has(lower(name)))
      .map((name) => ({ field, problem: `asks for ${what} "${name}", which its vocabulary does not have` }));
  };
  const ofHost = (host: string): boolean =>
    (kind === 'local' && /^!?loopback$/.test(host)) ||
    [...hosts, ...(vocabulary.hosts ?? [])].some((one) => globsMeet(one, host));
  const conditions = rules.flatMap(({ when, unless }, at): At[] => [
    [`rules.${at}.when`, when],
    ...(unless === undefined ? [] : [[`rules.${at}.unless`, unless] as const]),
  ]);
  const needs = [
    [`base.retention`, base.retention] as const,
    ...rules.flatMap(({ set, add }, at) => [
      [`rules.${at}.set.retention`, set?.retention ?? []] as const,
      [`rules.${at}.add.retention`, add?.retention ?? []] as const,
    ]),
  ].flatMap(([field, items]) => items.map((item, at) => [`${field}.${at}.needs`, item.needs ?? []] as const));
  const problems = [
    ...conditions.flatMap(([field, { plan, region, feature, setting, host }]) => [
      ...missing(`${field}.plan`, 'the plan', plan, plans),
      ...missing(`${field}.region`, 'the region', region, regions),
      ...missing(`${field}.feature`, 'the feature', feature, features),
      ...Object.entries(setting ?? {}).flatMap(([name, values]) =>
        Object.hasOwn(settings, name)
          ? missing(`${field}.setting.${name}`, 'the value', values, settings[name] ?? [])
          : missing(`${field}.setting`, 'the setting', [name], []),
      ),
      ...(host ?? [])
        .filter((one) => !ofHost(one))
        .map((one) => ({
          field: `${field}.host`,
          problem: `asks for the host "${one}", which is not its own`,
        })),
    ]),
    ...needs.flatMap(([field, names]) => missing(field, 'the feature', names, features)),
    ...hiddenFeatures
      .filter((name) => !known.has(lower(name)))
      .map((name) => ({
        field: 'hiddenFeatures',
        problem: `has "${name}", which its vocabulary does not have`,
      })),
  ];
  return problems.map(({ field, problem }) => ({ field, problem: `${nameOf(rules, field)}${problem}` }));
}

function withoutDays({ id, when }: Rule, field: string, asOf: IsoDate): Problem[] {
  const { asOfBefore, asOfAfter } = when;
  if (asOfBefore === undefined) return [];
  if (asOfBefore > asOf) {
    // What is still to end holds until then, and is no history yet.
    return [
      { field: `${field}.when.asOfBefore`, problem: `(rule "${id}") lies after the date of the catalogue` },
    ];
  }
  return asOfAfter !== undefined && asOfAfter >= asOfBefore
    ? [{ field: `${field}.when`, problem: `(rule "${id}") leaves no day between its two dates` }]
    : [];
}

function cancelled({ id, when, unless }: Rule, field: string): Problem[] {
  if (unless === undefined) return [];
  if (implies(when, unless)) {
    return [
      {
        field: `${field}.unless`,
        problem: `(rule "${id}") holds whenever the rule does, so it never applies`,
      },
    ];
  }
  return canMeet(when, unless)
    ? []
    : [{ field: `${field}.unless`, problem: `(rule "${id}") can never hold where the rule does` }];
}

/** Whether a rule that takes effect later replaces all that this one says, wherever it applies. */
function replaced(rule: Rule, field: string, { rules, ambiguities }: Provider): Problem[] {
  const says = fieldsOf(rule);
  if (says.length === 0) return [];
  const order = [
    ...rules.filter(({ when }) => isOfAccount(when)),
    ...rules.filter(({ when }) => !isOfAccount(when)),
  ];
  const later = order.slice(order.indexOf(rule) + 1).find(({ id, when, unless, set = {} }) => {
    const isTold = ambiguities.some((one) => one.rules?.includes(rule.id) && one.rules.includes(id));
    const isCertain = unless === undefined || !canMeet(rule.when, unless);
    return !isTold && isCertain && implies(rule.when, when) && says.every((name) => Object.hasOwn(set, name));
  });
  return later === undefined
    ? []
    : [{ field, problem: `(rule "${rule.id}") never has an effect: rule "${later.id}" always replaces it` }];
}

function fieldsOf({ set = {}, add = {} }: Rule): readonly string[] {
  return [...new Set([...Object.keys(set), ...Object.keys(add)])];
}

/** `(rule "x") ` for a field inside of a rule. */
function nameOf(rules: readonly Rule[], field: string): string {
  const rule = rules[Number(/^rules\.(\d{1,6})\./.exec(field)?.[1] ?? -1)];
  return rule === undefined ? '' : `(rule "${rule.id}") `;
}

function lower(text: string): string {
  return text.toLowerCase();
}
