/** A Bulk API 2.0 job. */
export interface Job {
    readonly id: string;
    readonly kind: 'ingest' | 'query';
    readonly operation: string;
    readonly object: string;
    readonly externalIdFieldName: string | undefined;
    readonly query: string | undefined;
    /** Without one, a job runs no assignment rule. */
    readonly assignmentRuleId: string | undefined;
    readonly columnDelimiter: string;
    readonly lineEnding: string;
    readonly createdById: string;
    readonly createdDate: number;
    readonly apiVersion: string;
    state: 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';
    errorMessage: string | undefined;
    data: string | undefined;
    processed: number;
    failed: number;
    /** Result files, header line first. */
    results: Readonly<Record<'successful' | 'failed' | 'unprocessed' | 'query', readonly (readonly string[])[]>>;
}

export const NO_RESULTS: Job['results'] = { successful: [], failed: [], unprocessed: [], query: [] };

/** What is told about a job. `detailed` adds the counts that only a single job's resource has. */
export function jobInfo(job: Job, date: (at: number) => string, detailed: boolean): Record<string, unknown> {
    return {
        id: job.id,
        operation: job.operation,
        object: job.object,
        createdById: job.createdById,
        createdDate: date(job.createdDate),
        systemModstamp: date(job.createdDate),
        state: job.state,
        ...(job.externalIdFieldName === undefined ? {} : { externalIdFieldName: job.externalIdFieldName }),
        concurrencyMode: 'Parallel',
        contentType: 'CSV',
        apiVersion: Number(job.apiVersion),
        ...(job.kind === 'ingest' && job.state === 'Open'
            ? { contentUrl: `services/data/v${job.apiVersion}/jobs/ingest/${job.id}/batches` }
            : {}),
        ...(job.kind === 'ingest' ? { jobType: 'V2Ingest' } : { jobType: 'V2Query' }),
        lineEnding: job.lineEnding,
        columnDelimiter: job.columnDelimiter,
        ...(detailed
            ? {
                  numberRecordsProcessed: job.processed,
                  ...(job.kind === 'ingest' ? { numberRecordsFailed: job.failed } : {}),
                  retries: 0,
                  totalProcessingTime: 1,
                  ...(job.kind === 'ingest' ? { apiActiveProcessingTime: 1, apexProcessingTime: 0 } : {}),
                  ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage })
              }
            : {})
    };
}
