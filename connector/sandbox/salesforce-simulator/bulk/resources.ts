import { badRequest, notFound } from '../org-error.ts';
import { objectOf, type Answer, type Exchange, type Handle, type Org } from '../api/exchange.ts';
import type { Route } from '../api/dispatch.ts';
import { requireKeys } from '../api/request-shape.ts';
import { formatDateTime } from '../rules/values/dates.ts';
import type { SObject } from '../schema/types.ts';
import { DELIMITERS, writeCsv } from './csv.ts';
import { jobInfo, NO_RESULTS, type Job } from './jobs.ts';
import { runIngest } from './run-ingest.ts';
import { checkBulkQuery, runBulkQuery } from './run-query.ts';

const JOB_KEYS = ['operation', 'contentType', 'columnDelimiter', 'lineEnding'];
const OPERATIONS = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];

const createIngest: Handle = (org, exchange) => {
    const body = objectOf(exchange);
    requireKeys(body, [...JOB_KEYS, 'object', 'externalIdFieldName', 'assignmentRuleId']);
    const object = objectNamed(org, exchange, body.object);
    const operation = String(body.operation);
    if (!OPERATIONS.includes(operation)) throw badRequest('INVALIDJOB', `Unknown operation: ${operation}`);
    const key = typeof body.externalIdFieldName === 'string' ? body.externalIdFieldName : undefined;
    if (operation === 'upsert') {
        const field = org.state.schema.field(object, key ?? '');
        const isSeen = field !== undefined && exchange.caller.access.field(object, field).read;
        if (!isSeen || !(field.externalId || field.idLookup))
            throw badRequest(
                'INVALIDJOB',
                `InvalidJob : Field name provided, ${key} does not match an External ID, Salesforce Id, or indexed field for ${object.name}`
            );
    }
    const job = newJob(org, exchange, body, {
        kind: 'ingest',
        operation,
        object: object.name,
        externalIdFieldName: key,
        assignmentRuleId: typeof body.assignmentRuleId === 'string' ? body.assignmentRuleId : undefined
    });
    return { status: 200, body: jobInfo(job, formatDateTime, false) };
};

const createQuery: Handle = (org, exchange) => {
    const body = objectOf(exchange);
    requireKeys(body, [...JOB_KEYS, 'query']);
    if (body.operation !== 'query' && body.operation !== 'queryAll')
        throw badRequest('INVALIDJOB', `Unknown operation: ${String(body.operation)}`);
    const query = (body.query as string | undefined) ?? '';
    const object = objectNamed(org, exchange, checkBulkQuery(query));
    const job = newJob(org, exchange, body, { kind: 'query', operation: body.operation, object: object.name, query });
    job.state = 'UploadComplete';
    const answer: Answer = { status: 200, body: jobInfo(job, formatDateTime, false) };
    runBulkQuery(org, exchange.caller, job);
    return answer;
};

function newJob(
    org: Org,
    exchange: Exchange,
    body: Record<string, unknown>,
    what: Pick<Job, 'kind' | 'operation' | 'object'> & Partial<Job>
): Job {
    const delimiter = (body.columnDelimiter as string | undefined) ?? 'COMMA';
    if (!(delimiter in DELIMITERS)) throw badRequest('INVALIDJOB', `Unknown columnDelimiter: ${delimiter}`);
    const lineEnding = body.lineEnding ?? 'LF';
    if (lineEnding !== 'LF' && lineEnding !== 'CRLF')
        throw badRequest('INVALIDJOB', `Unknown lineEnding: ${JSON.stringify(lineEnding)}`);
    if ((body.contentType ?? 'CSV') !== 'CSV')
        throw badRequest('INVALIDJOB', `Unknown contentType: ${JSON.stringify(body.contentType)}`);
    const job: Job = {
        id: org.state.nextId('750'),
        externalIdFieldName: undefined,
        query: undefined,
        assignmentRuleId: undefined,
        columnDelimiter: delimiter,
        lineEnding,
        createdById: exchange.caller.userId,
        createdDate: org.state.now(),
        apiVersion: exchange.version,
        state: 'Open',
        errorMessage: undefined,
        data: undefined,
        processed: 0,
        failed: 0,
        results: NO_RESULTS,
        ...what
    };
    org.jobs.set(job.id, job);
    return job;
}

function objectNamed(org: Org, exchange: Exchange, name: unknown): SObject {
    const object = org.state.schema.object(typeof name === 'string' ? name : '');
    if (!object || !exchange.caller.access.object(object).read)
        throw badRequest('INVALIDENTITY', `Unable to find object: ${String(name)}`);
    return object;
}

/** Jobs are their creator's: only whoever may do everything finds those of others. */
function isOpenTo({ caller }: Exchange, job: Job): boolean {
    return job.createdById === caller.userId || caller.access.may('ModifyAllData');
}

function jobAt(org: Org, exchange: Exchange, kind: Job['kind'], id: string | undefined): Job {
    const job = org.jobs.get(id ?? '');
    if (job?.kind !== kind || !isOpenTo(exchange, job)) throw notFound();
    return job;
}

const upload: Handle = (org, exchange, params) => {
    const job = jobAt(org, exchange, 'ingest', params.id);
    if (job.state !== 'Open' || job.data !== undefined)
        throw badRequest('INVALIDJOBSTATE', `Job state must be Open, and data can be uploaded once: ${job.state}`);
    job.data = exchange.bytes.toString('utf8');
    return { status: 201 };
};

const changeState: Handle = (org, exchange, params) => {
    const job = jobAt(org, exchange, 'ingest', params.id);
    const { state } = objectOf(exchange);
    if (job.state !== 'Open' || (state !== 'UploadComplete' && state !== 'Aborted'))
        throw badRequest('INVALIDJOBSTATE', `Job ${job.id} cannot go from ${job.state} to ${String(state)}`);
    job.state = state;
    const answer: Answer = { status: 200, body: jobInfo(job, formatDateTime, false) };
    if (state === 'UploadComplete') {
        const caller = { ...exchange.caller, autoAssign: job.assignmentRuleId !== undefined };
        runIngest(org, caller, objectNamed(org, exchange, job.object), job);
    }
    return answer;
};

function show(kind: Job['kind']): Handle {
    return (org, exchange, params) => ({
        status: 200,
        body: jobInfo(jobAt(org, exchange, kind, params.id), formatDateTime, true)
    });
}

function list(kind: Job['kind']): Handle {
    return (org, exchange) => {
        const records = [...org.jobs.values()]
            .filter((job) => job.kind === kind && isOpenTo(exchange, job))
            .map((job) => jobInfo(job, formatDateTime, false));
        return { status: 200, body: { done: true, nextRecordsUrl: null, records } };
    };
}

function discard(kind: Job['kind']): Handle {
    return (org, exchange, params) => {
        org.jobs.delete(jobAt(org, exchange, kind, params.id).id);
        return { status: 204 };
    };
}

function results(which: 'successful' | 'failed' | 'unprocessed'): Handle {
    return (org, exchange, params) => {
        const job = jobAt(org, exchange, 'ingest', params.id);
        if (!['JobComplete', 'Failed', 'Aborted'].includes(job.state))
            throw badRequest('INVALIDJOBSTATE', `The job is ${job.state}: it has no results.`);
        return csv(job, job.results[which]);
    };
}

const queryResults: Handle = (org, exchange, params) => {
    const job = jobAt(org, exchange, 'query', params.id);
    if (job.state !== 'JobComplete') throw badRequest('INVALIDJOBSTATE', `The job is ${job.state}: it has no results.`);
    const [header = [], ...rows] = job.results.query;
    const from = Number(Buffer.from(exchange.query.get('locator') ?? '', 'base64').toString() || 0);
    const size = Number(exchange.query.get('maxRecords') ?? rows.length) || 1;
    const page = rows.slice(from, from + size);
    const locator = from + size < rows.length ? Buffer.from(String(from + size)).toString('base64') : 'null';
    const answer = csv(job, [header, ...page]);
    return { ...answer, headers: { 'Sforce-Locator': locator, 'Sforce-NumberOfRecords': String(page.length) } };
};

function csv(job: Job, rows: readonly (readonly string[])[]): Answer {
    const lineEnd = job.lineEnding === 'CRLF' ? '\r\n' : '\n';
    return {
        status: 200,
        text: { type: 'text/csv', content: writeCsv(rows, DELIMITERS[job.columnDelimiter], lineEnd) }
    };
}

/** Bulk API 2.0. */
export const bulkRoutes: readonly Route[] = [
    { path: '/jobs/ingest', methods: { GET: list('ingest'), POST: createIngest } },
    { path: '/jobs/ingest/:id', methods: { GET: show('ingest'), PATCH: changeState, DELETE: discard('ingest') } },
    { path: '/jobs/ingest/:id/batches', methods: { PUT: upload } },
    { path: '/jobs/ingest/:id/successfulResults', methods: { GET: results('successful') } },
    { path: '/jobs/ingest/:id/failedResults', methods: { GET: results('failed') } },
    { path: '/jobs/ingest/:id/unprocessedrecords', methods: { GET: results('unprocessed') } },
    { path: '/jobs/query', methods: { GET: list('query'), POST: createQuery } },
    { path: '/jobs/query/:id', methods: { GET: show('query'), DELETE: discard('query') } },
    { path: '/jobs/query/:id/results', methods: { GET: queryResults } }
];
