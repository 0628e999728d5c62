import { execFile } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
/** The CLI as Node runs it: what npm puts into `.bin` is no program on Windows. */
const CLI = path.join(ROOT, 'node_modules/@salesforce/cli/bin/run.js');

export interface Answer {
    /** 0: done. */
    readonly status: number;
    readonly result: unknown;
    readonly message: string;
}

/** Asks the Salesforce CLI. The command is given as words, without `--json`; the folder is the project's, unless another is named. */
export type Sf = (words: readonly string[], folder?: string) => Promise<Answer>;

/** The CLI starts programs of its own to look for updates; a script that drives it must leave none behind. */
const QUIET = {
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true'
};

function parse(stdout: string, stderr: string, code: number): Answer {
    try {
        const answer = JSON.parse(stdout) as { status?: number; result?: unknown; message?: string };
        return { status: answer.status ?? code, result: answer.result, message: answer.message ?? '' };
    } catch {
        return { status: code || 1, result: undefined, message: (stderr || stdout).trim() };
    }
}

/**
 * The CLI that the repository pins.
 *
 * @param env the environment to run it in; `QUO_SF` names another program to run in its place
 */
export function createSf(env: NodeJS.ProcessEnv): Sf {
    const [program = '', ...first] = env.QUO_SF ? [env.QUO_SF] : [process.execPath, CLI];
    const options = { env: { ...env, ...QUIET }, maxBuffer: 64 * 1024 * 1024 };
    return (words, folder = ROOT) =>
        new Promise((resolve) => {
            execFile(program, [...first, ...words, '--json'], { ...options, cwd: folder }, (error, stdout, stderr) => {
                const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
                resolve(parse(stdout, stderr || (error?.message ?? ''), code));
            });
        });
}
