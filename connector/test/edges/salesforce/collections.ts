import { fakeOrg, ROOT, type Asked, type Reply } from './fake-org.ts';

export interface Collection {
    readonly method: string;
    /** From the version's root: `/composite/sobjects/Task/Quo_Key__c`. */
    readonly path: string;
    readonly records: readonly Record<string, unknown>[];
}
export type RecordAnswer = { readonly id?: string; readonly created?: boolean; readonly error?: RecordError };
export interface RecordError {
    readonly statusCode: string;
    readonly message?: string;
    readonly fields?: readonly string[];
}
type Judge = (record: Record<string, unknown>, collection: Collection) => RecordAnswer;

/** An org that knows collections only, alone or inside a composite request, and answers record by record. */
export function collectionsOrg(
    judge: Judge = () => ({}),
    whole: (collection: Collection) => Reply | undefined = () => undefined
) {
    let n = 0;
    const collections: Collection[] = [];
    const answer = (collection: Collection): Reply => {
        collections.push(collection);
        const refused = whole(collection);
        if (refused !== undefined) return refused;
        return {
            body: collection.records.map((record) => {
                const { id, created = true, error } = judge(record, collection);
                n += 1;
                return error === undefined
                    ? { id: id ?? `00T5e00000${String(n).padStart(5, '0')}AAA`, success: true, created, errors: [] }
                    : { success: false, errors: [{ message: 'said so', fields: [], ...error }] };
            })
        };
    };
    const org = fakeOrg((asked) =>
        asked.path === `${ROOT}/composite` ? composite(asked, answer) : answer(alone(asked))
    );
    return { ...org, collections };
}

function alone({ method, path, body }: Asked): Collection {
    return { method, path: path.replace(ROOT, ''), records: (body as Pick<Collection, 'records'>).records };
}

function composite({ body }: Asked, answer: (collection: Collection) => Reply): Reply {
    const { compositeRequest } = body as {
        compositeRequest: { method: string; url: string; referenceId: string; body: Pick<Collection, 'records'> }[];
    };
    return {
        body: {
            compositeResponse: compositeRequest.map(({ method, url, referenceId, body: { records } }) => {
                const reply = answer({ method, path: url.replace(ROOT, ''), records });
                return { referenceId, httpStatusCode: reply.status ?? 200, httpHeaders: {}, body: reply.body };
            })
        }
    };
}
