import * as vscode from 'vscode';
import { MODELS } from '../ids.ts';
import type { LazySession } from '../lazy-session.ts';
import type { OfferedModel } from './offered.ts';

/** Registers the guarded models. The session is loaded when the editor first asks for them. */
export function registerModels(session: LazySession): vscode.Disposable {
  const provider: vscode.LanguageModelChatProvider<OfferedModel> = {
    onDidChangeLanguageModelChatInformation: session.modelsChanged,
    async provideLanguageModelChatInformation() {
      return (await session.get()).models.offered();
    },
    async provideLanguageModelChatResponse(model, messages, options, progress, token) {
      await (await session.get()).models.respond(model, messages, options, progress, token);
    },
    async provideTokenCount(_model, text) {
      return (await session.get()).models.count(text);
    },
  };
  return vscode.lm.registerLanguageModelChatProvider(MODELS, provider);
}

/** Opens what the links in answers of guarded models lead to. Each leads to something by its random id, and takes nothing else. */
export function registerLinks(session: LazySession): vscode.Disposable {
  return vscode.window.registerUriHandler({
    async handleUri({ path }) {
      const [, what, id = ''] = path.split('/');
      const { showLedger, showRehearsal, showKept } = await session.get();
      if (what === 'receipt' && /^[0-9a-f]{32}$/.test(id)) await showLedger(id);
      else if (what === 'rehearsal' && /^[0-9a-f]{32}$/.test(id)) await showRehearsal(id);
      else if (what === 'kept') showKept();
    },
  });
}
