import type { Answered, Trial } from './point.ts';

type Json = Readonly<Record<string, unknown>>;

/** The first error code of a refusal, or of a result in a collection; `undefined` when there is none. */
export function codeOf(body: unknown): string | undefined {
    const first = (Array.isArray(body) ? body[0] : body) as Json | undefined;
    const nested = Array.isArray(first?.['errors']) ? (first['errors'][0] as Json | undefined) : undefined;
    const code = first?.['errorCode'] ?? nested?.['statusCode'] ?? nested?.['errorCode'];
    return typeof code === 'string' ? code : undefined;
}

/** `201 created`, `400 DUPLICATE_VALUE`: what may be told of an answer to anybody. */
export function told({ status, body }: Answered): string {
    const { created } = (body ?? {}) as Json;
    const code = codeOf(body);
    const words = [String(status), typeof created === 'boolean' ? (created ? 'created' : 'updated') : '', code ?? ''];
    return words.filter(Boolean).join(' ');
}

export function idOf({ body }: Answered): string | undefined {
    const { id } = (body ?? {}) as Json;
    return typeof id === 'string' ? id : undefined;
}

/** The rows of a query; none when it is refused. */
export async function rows({ call }: Pick<Trial, 'call'>, soql: string, all = false): Promise<readonly Json[]> {
    const { body } = await call('GET', `/${all ? 'queryAll' : 'query'}?q=${encodeURIComponent(soql)}`);
    const { records } = (body ?? {}) as { readonly records?: readonly Json[] };
    return records ?? [];
}

/** Makes a record, and remembers it. */
export async function create(
    trial: Trial,
    object: string,
    fields: Json,
    headers?: Record<string, string>
): Promise<Answered> {
    const answer = await trial.call('POST', `/sobjects/${object}`, fields, headers);
    const id = idOf(answer);
    if (id !== undefined) trial.made(object, id);
    return answer;
}

/** Upserts a Task by its key, and remembers it. */
export async function upsert(
    trial: Trial,
    key: string,
    fields: Json,
    as: Trial['call'] = trial.call
): Promise<Answered> {
    const answer = await as('PATCH', `/sobjects/Task/${trial.name('Quo_Key__c')}/${key}`, fields);
    const id = idOf(answer);
    if (id !== undefined) trial.made('Task', id);
    return answer;
}

/** Ids of the Tasks that have this key. */
export async function withKey(trial: Trial, key: string): Promise<readonly string[]> {
    const found = await rows(trial, `SELECT Id FROM Task WHERE ${trial.name('Quo_Key__c')} = '${key}'`);
    return found.map((row) => String(row['Id']));
}
