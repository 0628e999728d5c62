/** `npm run test:one -- FILE [arguments of the runner]`: runs one test file, whichever runner it needs. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { argumentsFor } from './runner.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const USAGE = `Runs one test file, whichever runner it needs: npm run test:one -- FILE [arguments of the runner]
  npm run test:one -- connector/test/domain/calls/fold.test.ts --test-name-pattern="order"
  npm run test:one -- force-app/main/default/lwc/quoLinks/__tests__/quoLinks.test.ts -t "browser"`;

/** Runs Node on the arguments, and ends as it ends. */
function run(args: readonly string[]): void {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    child.on('close', (code) => {
        process.exitCode = code ?? 1;
    });
}

const [file, ...rest] = process.argv.slice(2);
if (file === undefined || file === '--help') {
    console.log(USAGE);
    process.exitCode = file === undefined ? 1 : 0;
} else {
    try {
        // npm runs scripts in the project's root and tells in which folder they were typed.
        run(argumentsFor(file, rest, ROOT, process.env.INIT_CWD ?? process.cwd()));
    } catch (fault) {
        console.error((fault as Error).message);
        process.exitCode = 1;
    }
}
