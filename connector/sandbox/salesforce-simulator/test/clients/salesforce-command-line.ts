import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TOKEN, type Row } from '../contract-org.ts';

const execute = promisify(execFile);
const quiet = {
    SF_DISABLE_TELEMETRY: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_DISABLE_LOG_FILE: 'true'
};

/** Salesforce's own command line, in a home of its own, with everything that leaves the machine switched off. */
export async function salesforceCommandLine() {
    const home = await mkdtemp(join(tmpdir(), 'sf-home-'));
    after(() => rm(home, { recursive: true, force: true }));
    const root = fileURLToPath(new URL('../../../../..', import.meta.url));
    const sf = join(root, 'node_modules/@salesforce/cli/bin/run.js');
    const run = async (
        args: readonly string[],
        more: Record<string, string> = {}
    ): Promise<{ status: number; result: Row }> => {
        const env = { ...process.env, ...quiet, HOME: home, USERPROFILE: home, SF_ACCESS_TOKEN: TOKEN, ...more };
        const done = await execute(process.execPath, [sf, ...args, '--json'], {
            cwd: home,
            env,
            maxBuffer: 64_000_000
        }).catch((error: unknown) => error as { readonly stdout: string });
        return JSON.parse(done.stdout) as { status: number; result: Row };
    };
    const works = async (args: readonly string[], more: Record<string, string> = {}): Promise<Row> => {
        const answer = await run(args, more);
        assert.equal(answer.status, 0, JSON.stringify(answer));
        return answer.result;
    };
    return { home, root, run, works };
}
