import { inBatch } from '../automation/transaction.ts';
import { OrgError } from '../org-error.ts';
import type { Caller } from '../org-state.ts';
import { normalizeId } from '../records/ids.ts';
import { idOf } from '../records/row.ts';
import type { Org } from '../api/exchange.ts';
import { parseDate, parseDateTime } from '../rules/values/dates.ts';
import { deleteRecord } from '../rules/remove.ts';
import { createRecord, updateRecord, upsertRecord } from '../rules/save.ts';
import type { Field, SObject } from '../schema/types.ts';
import { faultOfFile } from './check-file.ts';
import { DELIMITERS, parseCsv } from './csv.ts';
import type { Job } from './jobs.ts';

/** Rows that are saved together. */
const CHUNK = 200;
/** A cell that clears a field; an empty cell leaves it alone. */
const CLEAR = '#N/A';

/** Does everything that an ingest job asks. A record that is refused is a line of the failed results, nothing else. */
export function runIngest(org: Org, caller: Caller, object: SObject, job: Job): void {
    if (job.data === undefined) {
        fail(job, 'InvalidBatch : No data was uploaded.');
        return;
    }
    let rows: string[][];
    try {
        rows = parseCsv(job.data, DELIMITERS[job.columnDelimiter] ?? ',');
    } catch (error) {
        fail(job, `InvalidBatch : ${(error as Error).message}`);
        return;
    }
    const fault = faultOfFile({ text: job.data, lineEnding: job.lineEnding, rows });
    const [header = [], ...lines] = rows;
    if (fault !== undefined) {
        fail(job, `InvalidBatch : ${fault}`);
        return;
    }
    const unknown = header.find((name) => !isColumn(org, caller, object, name));
    if (unknown !== undefined) {
        fail(job, `InvalidBatch : Field name not found : ${unknown}`);
        return;
    }
    const successful: string[][] = [['sf__Id', 'sf__Created', ...header]];
    const failed: string[][] = [['sf__Id', 'sf__Error', ...header]];
    const keys = keysOf(org, object, job, header, lines);
    const save = (line: readonly string[], index: number): void => {
        try {
            requireOnce(object, job, keys, index);
            const { id, created } = runLine(org, caller, object, job, header, line);
            successful.push([id, String(created), ...line]);
        } catch (error) {
            if (!(error instanceof OrgError)) throw error;
            failed.push(['', `${error.errorCode}:${error.message}:${(error.fields ?? []).join(',')} --`, ...line]);
        }
    };
    for (let start = 0; start < lines.length; start += CHUNK) {
        const chunk = lines.slice(start, start + CHUNK);
        const objects = chunk.map(() => object);
        inBatch(org.state, objects, () => chunk.forEach((line, index) => save(line, start + index)));
    }
    job.processed = lines.length;
    job.failed = failed.length - 1;
    job.results = { ...job.results, successful, failed, unprocessed: [header] };
    job.state = 'JobComplete';
}

/** What tells a row from others: its key in an upsert, its record id in an update or a delete. */
function keysOf(
    org: Org,
    object: SObject,
    job: Job,
    header: readonly string[],
    lines: readonly (readonly string[])[]
): readonly string[] {
    const name = job.operation === 'upsert' ? (job.externalIdFieldName ?? 'Id') : 'Id';
    const at = header.findIndex((column) => column.toLowerCase() === name.toLowerCase());
    if (job.operation === 'insert' || at < 0) return [];
    const field = org.state.schema.field(object, name) as Field;
    return lines.map((line) => {
        const cell = line[at] ?? '';
        if (field.type === 'id') return normalizeId(cell) ?? cell;
        return field.caseSensitive ? cell : cell.toLowerCase();
    });
}

/** @throws {OrgError} DUPLICATE_VALUE when the row's key stands twice in its chunk */
function requireOnce(object: SObject, job: Job, keys: readonly string[], index: number): void {
    const key = keys[index];
    if (key === undefined || key === '') return;
    const start = index - (index % CHUNK);
    const chunk = keys.slice(start, start + CHUNK);
    if (chunk.indexOf(key) === chunk.lastIndexOf(key)) return;
    const isKey = job.operation === 'upsert' && job.externalIdFieldName !== undefined;
    throw new OrgError(400, 'DUPLICATE_VALUE', `Duplicate ${isKey ? 'external ' : ''}id specified: ${key}`, [
        isKey
            ? (object.fields.find(({ name }) => name.toLowerCase() === job.externalIdFieldName?.toLowerCase())?.name ??
              'Id')
            : 'Id'
    ]);
}

function fail(job: Job, message: string): void {
    job.state = 'Failed';
    job.errorMessage = message;
}

/** A column that the user may not read is as unknown as one that does not exist. */
function isColumn(org: Org, { access }: Caller, object: SObject, name: string): boolean {
    const [first = '', second] = name.split('.');
    const field =
        second === undefined ? org.state.schema.field(object, name) : org.state.schema.relationship(object, first);
    return field !== undefined && access.field(object, field).read;
}

function runLine(
    org: Org,
    caller: Caller,
    object: SObject,
    job: Job,
    header: readonly string[],
    line: readonly string[]
): { id: string; created: boolean } {
    const { state } = org;
    const record = recordOf(org, object, header, line);
    const { Id: id, ...json } = record;
    const idText = normalizeId(typeof id === 'string' ? id : '');
    switch (job.operation) {
        case 'insert':
            return { id: idOf(createRecord(state, caller, object, json)), created: true };
        case 'upsert': {
            const field = state.schema.field(object, job.externalIdFieldName ?? 'Id') as Field;
            const { [field.name]: key, ...values } = field.type === 'id' ? record : json;
            // Without a record id, an upsert by record id creates.
            if (key === undefined && field.type === 'id')
                return { id: idOf(createRecord(state, caller, object, json)), created: true };
            if (key === undefined) throw new OrgError(400, 'MISSING_ARGUMENT', `${field.name} not specified`, []);
            const { row, created } = upsertRecord(state, caller, object, field, key, values);
            return { id: idOf(row), created };
        }
        default: {
            if (id === undefined)
                throw new OrgError(
                    400,
                    'MISSING_ARGUMENT',
                    `Id not specified in ${withArticle(job.operation)} call`,
                    []
                );
            if (idText === undefined)
                throw new OrgError(400, 'MALFORMED_ID', `malformed id ${JSON.stringify(id)}`, ['Id']);
            if (job.operation === 'update') updateRecord(state, caller, object, idText, json);
            else deleteRecord(state, caller, object, idText);
            return { id: idText, created: false };
        }
    }
}

function withArticle(operation: string): string {
    return `${/^[aeiou]/.test(operation) ? 'an' : 'a'} ${operation}`;
}

function recordOf(
    org: Org,
    object: SObject,
    header: readonly string[],
    line: readonly string[]
): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    for (const [index, name] of header.entries()) {
        const cell = line[index] ?? '';
        if (cell === '') continue;
        const [relationship = '', key] = name.split('.');
        if (key !== undefined) record[relationship] = { [key]: cell };
        else {
            const field = org.state.schema.field(object, name) as Field;
            record[field.name] = cell === CLEAR ? null : typed(field, cell);
        }
    }
    return record;
}

/** A cell as the JSON that the field takes. @throws {OrgError} INVALID_TYPE_ON_FIELD_IN_RECORD */
function typed(field: Field, cell: string): unknown {
    const wrong = (): OrgError =>
        new OrgError(400, 'INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${cell}`, [
            field.name
        ]);
    switch (field.type) {
        case 'boolean':
            if (!/^(true|false|1|0)$/i.test(cell)) throw wrong();
            return /^(true|1)$/i.test(cell);
        case 'int':
        case 'double':
        case 'currency':
        case 'percent':
            if (Number.isNaN(Number(cell)) || (field.type === 'int' && !Number.isInteger(Number(cell)))) throw wrong();
            return Number(cell);
        case 'date':
            if (parseDate(cell) === undefined) throw wrong();
            return cell;
        case 'datetime':
            if (parseDateTime(cell) === undefined) throw wrong();
            return cell;
        default:
            return cell;
    }
}
