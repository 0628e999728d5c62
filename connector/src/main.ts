import { readFileSync } from 'node:fs';
import { compose } from './compose.ts';
import { rotateKeys } from './compose/rotate-keys.ts';
import { readConfig, type Config } from './config.ts';
import { readPreferencesText } from './configuration/preferences.ts';
import type { Preferences } from './domain/preferences/preferences.ts';
import { action, CodedError, sentence } from './errors.ts';
import { errorData, jsonLog } from './log.ts';

try {
    await main();
} catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
}

async function main(): Promise<void> {
    const config = readConfig(process.env);
    const log = jsonLog(config.logLevel, (line) => void process.stdout.write(line));
    const [command, what] = process.argv.slice(2);
    if (command === 'rotate-key') {
        const done = await rotateKeys(config, what === 'recordings' ? 'recordings' : 'secrets', log);
        process.stdout.write(`${done}\n`);
        return;
    }
    const connector = await compose(config, { preferences: readPreferencesOf(config), log, now: () => new Date() });
    process.stdout.write(`connector listening on ${connector.url}\n`);
    let isStopping = false;
    const stop = (signal: string): void => {
        if (isStopping) process.exit(1);
        isStopping = true;
        log.info('stopping', { signal });
        connector.stop().then(
            () => process.exit(0),
            (error: unknown) => {
                log.error('did not stop cleanly', errorData(error));
                process.exit(1);
            }
        );
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
}

function readPreferencesOf({ preferencesFile }: Config): Preferences | undefined {
    if (preferencesFile === undefined) return undefined;
    try {
        return readPreferencesText(readFileSync(preferencesFile, 'utf8'));
    } catch (error) {
        if (error instanceof CodedError) throw error;
        const seen = `${preferencesFile} cannot be read (${error instanceof Error ? error.message : typeof error})`;
        throw new CodedError('CONFIG-PREFERENCES', seen, { cause: error });
    }
}

/** What went wrong and what to do; where we do not know, the whole error for whoever reports it. */
function explain(error: unknown): string {
    if (!(error instanceof CodedError)) return error instanceof Error ? (error.stack ?? error.message) : typeof error;
    return `${error.code}: ${sentence(error.note)}\n${action(error.note)}`;
}
