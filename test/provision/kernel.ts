/** Compiles the kernel of the detection, `npm run kernel`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const ROOT = join(import.meta.dirname, '../..');
const SOURCE = 'src/detect/survey/kernel/index.as.ts';
const COMPILED = 'src/detect/survey/kernel-code.ts';
const OPTIONS = ['-O3', '--noAssert', '--enable', 'simd', '--runtime', 'stub', '--importMemory'];

/**
 * The module that holds the compiled kernel.
 * @throws Error with what the compiler says of the source.
 */
export async function compiledKernel(): Promise<{ readonly path: string; readonly text: string }> {
  let binary: Uint8Array | string | undefined;
  const { error, stderr } = await asc.main(
    [SOURCE, '--baseDir', ROOT, ...OPTIONS, '--outFile', 'kernel.wasm'],
    {
      writeFile: (_, contents) => void (binary = contents),
    },
  );
  if (error || !(binary instanceof Uint8Array)) throw new Error(stderr.toString() || error?.message);
  const lines =
    Buffer.from(binary)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  return {
    path: join(ROOT, COMPILED),
    text: `/** What \`npm run kernel\` makes of \`kernel/\`: WebAssembly, in base64. */
export const KERNEL =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`,
  };
}

if (import.meta.main) {
  const { path, text } = await compiledKernel();
  writeFileSync(path, text);
}
