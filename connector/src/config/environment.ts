import { z } from 'zod';
import { CodedError } from '../errors/errors.ts';
import { listFaults } from '../errors/faults.ts';
import { VARIABLES, type VariableName } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
type Set = Readonly<Partial<Record<VariableName, string>>>;

const NOT_SET = 'not set';

/** Which variables want each other: each with what is said when it is missing. */
function missing(set: Set): readonly (readonly [VariableName, string])[] {
    const isSet = (...names: readonly VariableName[]): boolean => names.some((name) => set[name] !== undefined);
    const isJwt = isSet('SALESFORCE_USERNAME', 'SALESFORCE_PRIVATE_KEY');
    const isSalesforce = isJwt || isSet('SALESFORCE_CLIENT_ID', 'SALESFORCE_CLIENT_SECRET');
    const isQuo = isSet('QUO_API_KEY', 'QUO_WEBHOOK_KEYS');
    const wanted: readonly (readonly [VariableName, boolean, string?])[] = [
        ['SECRET_KEY', isSet('DATABASE_URL')],
        ['SALESFORCE_APP_CLIENT_ID', isSet('SALESFORCE_APP_CLIENT_SECRET')],
        ['SALESFORCE_LOGIN_URL', isSalesforce],
        ['SALESFORCE_CLIENT_ID', isSalesforce || isQuo],
        [
            'SALESFORCE_CLIENT_SECRET',
            isSalesforce && !isJwt,
            'not set, nor SALESFORCE_USERNAME with SALESFORCE_PRIVATE_KEY'
        ],
        ['SALESFORCE_USERNAME', isJwt],
        ['SALESFORCE_PRIVATE_KEY', isJwt],
        ['QUO_API_KEY', isQuo || isSalesforce],
        ['QUO_WEBHOOK_KEYS', isQuo]
    ];
    return wanted.flatMap(([name, isWanted, seen = NOT_SET]) => (isWanted && !isSet(name) ? [[name, seen]] : []));
}

/** Both sides are checked whatever the other finds, so that every fault is told at once. */
const SCHEMA = z.intersection(
    z.object(VARIABLES),
    z.custom<Set>().transform((set, context) => {
        for (const [name, message] of missing(set)) context.addIssue({ code: 'custom', path: [name], message });
        // Nothing to merge with what the other side read.
        return {};
    })
);

/**
 * Reads the environment's variables; a blank one counts as unset.
 *
 * @throws {CodedError} `CONFIG-VARIABLES`, naming every faulty variable with what was seen and an example
 */
export function readEnvironment(env: Environment): z.infer<z.ZodObject<typeof VARIABLES>> {
    const names = Object.keys(VARIABLES) as VariableName[];
    const set = names.flatMap((name) => {
        const value = env[name]?.trim() ?? '';
        return value === '' ? [] : [[name, value]];
    });
    const { success, data, error } = SCHEMA.safeParse(Object.fromEntries(set));
    if (success) return data;
    const faults = error.issues.map(({ path, message }) => {
        const name = path[0] as VariableName;
        return { name, seen: message, example: String(VARIABLES[name].meta()?.['example']) };
    });
    throw new CodedError('CONFIG-VARIABLES', listFaults(faults));
}
