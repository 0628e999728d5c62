import { fakeOrg, refusal, ROOT, type Reply } from './fake-org.ts';

type Row = Readonly<Record<string, unknown>>;

/** Fields that describe shows of each object, in an ordinary org. */
export const FIELDS: Readonly<Record<string, readonly string[]>> = {
    Account: [
        'Id',
        'Name',
        'Phone',
        'Fax',
        'OwnerId',
        'LastActivityDate',
        'LastModifiedDate',
        'SystemModstamp',
        'IsDeleted',
        'MasterRecordId'
    ],
    Contact: [
        'Id',
        'Name',
        'FirstName',
        'LastName',
        'Email',
        'Title',
        'Phone',
        'MobilePhone',
        'AccountId',
        'OwnerId',
        'LastModifiedDate',
        'SystemModstamp',
        'IsDeleted',
        'MasterRecordId'
    ],
    Lead: [
        'Id',
        'Name',
        'Company',
        'Phone',
        'OwnerId',
        'SystemModstamp',
        'IsDeleted',
        'MasterRecordId',
        'IsConverted',
        'ConvertedContactId',
        'ConvertedAccountId'
    ],
    Opportunity: ['Id', 'Name', 'AccountId', 'IsClosed', 'CloseDate', 'SystemModstamp', 'IsDeleted'],
    OpportunityContactRole: ['Id', 'OpportunityId', 'ContactId', 'IsPrimary', 'SystemModstamp', 'IsDeleted']
};

/**
 * An org that describes itself and answers queries by their text.
 *
 * @param unfilterable fields that encryption keeps out of every WHERE: `Contact.Phone`
 * @param answer rows of a query, or a page of them; `undefined`: no rows
 */
export function directoryOrg(
    answer: (soql: string, resource: string) => Row[] | Reply | undefined,
    fields = FIELDS,
    unfilterable: ReadonlySet<string> = new Set()
) {
    const queries: { soql: string; resource: string }[] = [];
    const read = (url: string): Reply => {
        const path = decodeURIComponent(url.replace(ROOT, ''));
        const object = /^\/sobjects\/(\w+)\/describe$/.exec(path)?.[1];
        if (object !== undefined) return describe(object, fields[object], unfilterable);
        const [, resource = '', soql = ''] = /^\/(\w+)\?q=(.*)$/s.exec(path) ?? ['', 'page', path];
        queries.push({ soql, resource });
        const rows = answer(soql, resource) ?? [];
        if (!Array.isArray(rows)) return rows;
        return { body: resource === 'search' ? { searchRecords: rows } : { done: true, records: rows } };
    };
    const org = fakeOrg(({ path, body }) => {
        if (path !== `${ROOT}/composite`) return read(path);
        const { compositeRequest } = body as { compositeRequest: { url: string; referenceId: string }[] };
        return {
            body: {
                compositeResponse: compositeRequest.map(({ url, referenceId }) => {
                    const reply = read(url);
                    return { referenceId, httpStatusCode: reply.status ?? 200, httpHeaders: {}, body: reply.body };
                })
            }
        };
    });
    return { ...org, queries };
}

function describe(object: string, fields: readonly string[] | undefined, unfilterable: ReadonlySet<string>): Reply {
    if (fields === undefined)
        return { status: 404, body: refusal('NOT_FOUND', 'The requested resource does not exist') };
    const right = { createable: true, updateable: true };
    return {
        body: {
            name: object,
            ...right,
            deletable: true,
            queryable: true,
            fields: fields.map((name) => ({ name, ...right, filterable: !unfilterable.has(`${object}.${name}`) }))
        }
    };
}
