import { readFileSync } from 'node:fs';
import { compose } from './compose/compose.ts';
import { rotate } from './compose/rotate.ts';
import { readConfig, type Config } from './config/config.ts';
import { readPreferencesText } from './preferences/read-preferences.ts';
import type { Preferences } from './domain/preferences/preferences.ts';
import { action, CodedError, sentence } from './errors/errors.ts';
import { errorData, jsonLog } from './log.ts';

/** What the connector can be asked for beside its work. */
const ROTATIONS: Readonly<Record<string, 'secrets' | 'recordings'>> = {
    'rotate-key': 'secrets',
    'rotate-key recordings': 'recordings'
};

try {
    await main();
} catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
}

async function main(): Promise<void> {
    const config = readConfig(process.env);
    const log = jsonLog(config.logLevel, (line) => void process.stdout.write(line));
    const command = process.argv.slice(2).join(' ');
    const rotates = ROTATIONS[command];
    if (command !== '' && rotates === undefined) throw new CodedError('CONFIG-COMMAND', command);
    if (rotates !== undefined) {
        const done = await rotate(config, rotates, log);
        process.stdout.write(`${done}\n`);
        return;
    }
    // Heard from the beginning: whoever stops us while the database starts must not leave it running.
    const stopAsked = askedToStop();
    const connector = await compose(config, { preferences: readPreferencesOf(config), log, now: () => new Date() });
    process.stdout.write(`connector listening on ${connector.url}\n`);
    const why = await Promise.race([stopAsked, connector.overtaken]);
    const isOvertaken = why instanceof CodedError;
    if (isOvertaken) process.stderr.write(`${explain(why)}\n`);
    log.info('stopping', isOvertaken ? { code: why.code, ...errorData(why) } : { signal: why });
    try {
        await connector.stop();
        process.exit(isOvertaken ? 1 : 0);
    } catch (error) {
        log.error('did not stop cleanly', errorData(error));
        process.exit(1);
    }
}

/** Resolves with why we are to stop. Whoever asks twice does not want to wait. */
function askedToStop(): Promise<string> {
    return new Promise((resolve) => {
        let isAsked = false;
        const ask = (why: string): void => {
            if (isAsked) process.exit(1);
            isAsked = true;
            resolve(why);
        };
        process.on('SIGINT', ask).on('SIGTERM', ask);
        // Whoever read us is gone. Unheard, this would end us without stopping the database.
        process.stdout.on('error', () => resolve('output closed'));
    });
}

function readPreferencesOf({ preferencesFile }: Config): Preferences | undefined {
    if (preferencesFile === undefined) return undefined;
    try {
        return readPreferencesText(readFileSync(preferencesFile, 'utf8'));
    } catch (error) {
        if (error instanceof CodedError) throw error;
        const seen = `PREFERENCES_FILE ${preferencesFile} cannot be read (${error instanceof Error ? error.message : typeof error})`;
        throw new CodedError('CONFIG-PREFERENCES', seen, { cause: error });
    }
}

/** What went wrong and what to do; where we do not know, the whole error for whoever reports it. */
function explain(error: unknown): string {
    if (!(error instanceof CodedError)) return error instanceof Error ? (error.stack ?? error.message) : typeof error;
    return `${error.code}: ${sentence(error.note)}\n${action(error.note)}`;
}
