import type { Airlock } from '../../airlock.ts';
import type { RouteResult } from '../panel/chat-options.ts';
import { MODELS } from '../ids.ts';
import type { Chosen } from '../panel/panel-view.ts';
import type { Target } from './policy-answer.ts';

/** A model as a request of the Chat names it. */
export interface PickedModel {
  readonly vendor: string;
  readonly id: string;
  readonly name: string;
}

/** What an answer about a destination needs to know where requests go. */
export interface Routes {
  readonly airlock: Pick<Airlock, 'policyFor'>;
  /** The destination chosen in Prompt Airlock, or why there is none. */
  readonly route: () => RouteResult;
  /** Where the model of ours with this id sends to, or why it cannot. */
  readonly routeOfModel: (id: string) => RouteResult;
}

/** The destination of the model picked in the Chat where that is one of ours; otherwise the one that is chosen. */
export function targetOf(
  model: PickedModel,
  { airlock, route: chosen, routeOfModel }: Routes,
): { readonly target: Target; readonly route: RouteResult } {
  const known = (route: RouteResult): Chosen =>
    route.ok ? { ok: true, name: route.name, policy: airlock.policyFor(route.route.destination) } : route;
  const now = chosen();
  if (model.vendor !== MODELS) {
    return { target: { destination: known(now), ofModel: false, otherModel: model.name }, route: now };
  }
  const own = routeOfModel(model.id);
  const isChosen = JSON.stringify(own) === JSON.stringify(now);
  return { target: { destination: known(own), ofModel: !isChosen, otherModel: undefined }, route: own };
}
