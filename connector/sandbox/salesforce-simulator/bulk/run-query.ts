import { OrgError } from '../org-error.ts';
import type { Caller } from '../org-state.ts';
import type { Org } from '../api/exchange.ts';
import { malformed } from '../soql/errors.ts';
import { parseSoql } from '../soql/parse.ts';
import { runQuery } from '../soql/run.ts';
import type { Job } from './jobs.ts';

/** Bulk queries know no aggregates, GROUP BY, OFFSET, TYPEOF or subqueries. @throws {OrgError} */
export function checkBulkQuery(text: string): string {
    const query = parseSoql(text);
    const unsupported = (query.fields ?? []).some((field) => !['Field', 'FieldRelationship'].includes(field.type));
    if (unsupported || query.groupBy !== undefined || query.offset !== undefined) {
        throw malformed(
            'The query uses a feature that Bulk API does not support: aggregates, GROUP BY, OFFSET, TYPEOF or nested queries.'
        );
    }
    return query.sObject as string;
}

/** Runs a query job; its columns are the selected paths. */
export function runBulkQuery(org: Org, caller: Caller, job: Job): void {
    const text = job.query ?? '';
    try {
        const result = runQuery(org.state, caller, text, job.operation === 'queryAll', '');
        const header = (result.query.fields ?? []).map((field) =>
            field.type === 'FieldRelationship'
                ? [...field.relationships, field.field].join('.')
                : 'field' in field
                  ? field.field
                  : ''
        );
        const rows = result.page(0, result.count).map((record) => header.map((path) => cellAt(record, path)));
        job.results = { ...job.results, query: [header, ...rows] };
        job.processed = rows.length;
        job.state = 'JobComplete';
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        job.state = 'Failed';
        job.errorMessage = `${error.errorCode}: ${error.message}`;
    }
}

function cellAt(record: unknown, path: string): string {
    let value = record;
    for (const name of path.split('.')) {
        const entries = value !== null && typeof value === 'object' ? Object.entries(value) : [];
        value = entries.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
    }
    if (value === null) return '';
    // CSV has dates with a Z where JSON has an offset.
    return typeof value === 'string' ? value.replace(/\+0000$/, 'Z') : JSON.stringify(value);
}
