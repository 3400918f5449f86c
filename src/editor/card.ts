import * as v from 'valibot';
import * as vscode from 'vscode';
import { gradeOf } from '../policy/grade.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { type CardView, type CitationView, FromCard, type ToCard } from '../protocol.ts';
import type { CitationText } from '../sentences/citation.ts';
import { policyCard } from '../sentences/policy-card.ts';
import type { Translate } from '../sentences/translate.ts';
import { pageHtml, pageOptions } from './html.ts';
import { CARD } from './ids.ts';
import { gradeTone } from './panel-view.ts';

/** The whole policy of the destination in an editor tab, every citation a link. One tab, brought up to date. */
export class PolicyCardTab implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #openLink: (url: string) => Promise<void>;
  #tab: vscode.WebviewPanel | undefined;
  #card: CardView | undefined;

  constructor(extensionUri: vscode.Uri, openLink: (url: string) => Promise<void>) {
    this.#extensionUri = extensionUri;
    this.#openLink = openLink;
  }

  /** Shows the card. */
  show(card: CardView): void {
    this.#tab ??= this.#open(card.title);
    this.update(card);
    this.#tab.reveal(undefined, false);
  }

  /** Brings an open card up to date; opens none. */
  update(card: CardView): void {
    this.#card = card;
    if (!this.#tab) return;
    this.#tab.title = vscode.l10n.t('Policy: {0}', card.title);
    this.#post();
  }

  dispose(): void {
    this.#tab?.dispose();
  }

  #open(title: string): vscode.WebviewPanel {
    const tab = vscode.window.createWebviewPanel(
      CARD,
      title,
      vscode.ViewColumn.Active,
      pageOptions(this.#extensionUri),
    );
    tab.iconPath = vscode.Uri.joinPath(this.#extensionUri, 'media', 'icon.svg');
    tab.webview.onDidReceiveMessage((message: unknown) => {
      const parsed = v.safeParse(FromCard, message);
      if (!parsed.success) return;
      if (parsed.output.type === 'ready') this.#post();
      else void this.#openLink(parsed.output.url);
    });
    tab.onDidDispose(() => (this.#tab = undefined));
    tab.webview.html = pageHtml(tab.webview, this.#extensionUri, {
      script: 'card.js',
      style: 'card.css',
      title,
    });
    return tab;
  }

  #post(): void {
    if (!this.#card) return;
    const message: ToCard = { type: 'card', card: this.#card };
    void this.#tab?.webview.postMessage(message);
  }
}

/** The card of a policy in words. */
export function cardView(policy: DataPolicy, destination: string, t: Translate): CardView {
  const card = policyCard(policy, t);
  return {
    title: card.title,
    destination,
    grade: card.grade,
    gradeTone: gradeTone(gradeOf(policy).grade),
    gradeSentence: card.gradeText,
    asOf: card.asOf,
    problem: card.problem,
    rows: card.rows.map(({ label, tone, text, note, of, citations }) => ({
      label: of === null ? label : `${label} (${of})`,
      tone,
      text,
      note,
      citations: citations.map(citationView),
    })),
    contradictions: card.contradictions.map(({ what, reading, sides }) => ({
      what,
      reading,
      sides: sides.map(({ label, text, citations }) => ({
        label,
        text,
        citations: citations.map(citationView),
      })),
    })),
    lists: [
      {
        heading: t('What would change it'),
        items: card.openOn.map(({ text, note }) => withMore(text, note)),
      },
      {
        heading: t('What would improve it'),
        items: card.improvements.map(({ text, caveat }) => withMore(text, caveat)),
      },
    ].filter(({ items }) => items.length > 0),
    alsoRead: card.alsoRead.map(citationView),
    labels: {
      facts: t('Facts in force'),
      contradictions: t('Where the sources contradict themselves'),
      reading: t('Reading in force'),
      alsoRead: t('Also read'),
      grade: t('Grade'),
    },
  };
}

function citationView({ label, url, remark, stale, primary }: CitationText): CitationView {
  return { label, url, remark, doubtful: stale || !primary };
}

function withMore(text: string, more: string | null): string {
  return more === null ? text : `${text} (${more})`;
}
