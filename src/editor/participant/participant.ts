import * as vscode from 'vscode';
import { PARTICIPANT } from '../ids.ts';
import type { LazySession } from '../lazy-session.ts';

/** `@airlock` in the editor's own Chat. What it says is loaded when it is first asked. */
export function registerParticipant(session: LazySession): vscode.Disposable {
  const participant = vscode.chat.createChatParticipant(
    PARTICIPANT.id,
    async (request, _context, response, token) =>
      (await session.get()).answers.answer(request, response, token),
  );
  participant.iconPath = new vscode.ThemeIcon('shield');
  participant.followupProvider = {
    provideFollowups: async ({ metadata }) => (await session.get()).answers.followups(metadata),
  };
  return participant;
}
