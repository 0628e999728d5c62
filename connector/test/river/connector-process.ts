import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** One that does not come, or does not go, is killed: a test that waits for it for ever says nothing. */
const START_MS = 120_000;
const STOP_MS = 60_000;

/** A connector as a process of its own, that can be killed. */
export interface ConnectorProcess {
    readonly url: string;
    readonly pid: number;
    /** What it printed so far. */
    readonly lines: readonly string[];
    /** The way a machine dies: no goodbye. */
    kill(): Promise<void>;
    stop(): Promise<number | null>;
}

/** @throws {Error} with what it printed, when it ends before it listens */
export async function startConnector(env: Readonly<Record<string, string>>): Promise<ConnectorProcess> {
    const child = spawn(process.execPath, [MAIN], {
        env: { PATH: process.env['PATH'], TZ: process.env['TZ'], ...env }
    });
    const lines: string[] = [];
    const timer = setTimeout(() => child.kill('SIGKILL'), START_MS);
    const url = await new Promise<string>((resolve, reject) => {
        const read = (line: string): void => {
            lines.push(line);
            const found = /^connector listening on (\S+)$/.exec(line);
            if (found?.[1] !== undefined) resolve(found[1]);
        };
        for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', read);
        // Not 'exit': what it said last may come after that.
        child.once('close', (code, signal) =>
            reject(new Error(`The connector ended (${code ?? signal}):\n${lines.join('\n')}`))
        );
    }).finally(() => clearTimeout(timer));
    const end = async (signal: NodeJS.Signals): Promise<number | null> => {
        if (isGone(child)) return child.exitCode;
        const gone = once(child, 'exit') as Promise<[number | null]>;
        child.kill(signal);
        const patience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
        const [code] = await gone;
        clearTimeout(patience);
        return code;
    };
    return {
        url,
        lines,
        pid: child.pid ?? 0,
        kill: async () => void (await end('SIGKILL')),
        stop: () => end('SIGTERM')
    };
}

function isGone(child: ChildProcess): boolean {
    return child.exitCode !== null || child.signalCode !== null;
}
