import { parseArgs } from 'node:util';

export interface PlayOptions {
    /** Play the day, print a summary, exit. */
    readonly once: boolean;
    /** Leave the folder of the world where it is at the end. */
    readonly keep: boolean;
    readonly seed: number;
    readonly help: boolean;
}

export const HELP = `Usage: npm start -- [--once] [--keep] [--seed N]

With nothing configured: starts a simulated Salesforce org, a simulated Quo and the connector, and plays a working day.
With the Salesforce and Quo variables set (config/connector.env.example): starts the connector alone against them.

  --once    play the day, print a summary and exit: 0, or 1 with the reason
  --keep    leave the world's folder (database, logs) where it is, and print where
  --seed N  another day: other people call in another order (default 1)
`;

/** @throws {Error} naming an option that does not exist or a value that cannot be */
export function readOptions(args: readonly string[]): PlayOptions {
    const { values } = parseArgs({
        args: [...args],
        options: {
            once: { type: 'boolean', default: false },
            keep: { type: 'boolean', default: false },
            help: { type: 'boolean', short: 'h', default: false },
            seed: { type: 'string', default: '1' }
        }
    });
    if (!/^\d{1,9}$/.test(values.seed)) throw new Error(`--seed takes a whole number, not "${values.seed}".`);
    return { once: values.once, keep: values.keep, help: values.help, seed: Number(values.seed) };
}
