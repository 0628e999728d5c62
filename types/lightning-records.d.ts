/** What we use of `lightning/uiRecordApi`. */
declare module 'lightning/uiRecordApi' {
    export interface FieldId {
        readonly objectApiName: string;
        readonly fieldApiName: string;
    }
    export interface FieldValueRepresentation {
        readonly value: unknown;
        readonly displayValue?: string | null;
    }
    export interface RecordRepresentation {
        readonly id: string;
        readonly apiName: string;
        readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
    }
    export interface RecordFault {
        readonly status?: number;
        readonly body?: unknown;
        readonly message?: string;
    }
    export interface RecordResult {
        readonly data?: RecordRepresentation;
        readonly error?: RecordFault;
    }
    type FieldNames = readonly (string | FieldId)[];
    export const getRecord: import('lwc').WireAdapterConstructor<
        { readonly recordId?: string; readonly fields?: FieldNames; readonly optionalFields?: FieldNames },
        RecordResult
    >;
    export function getFieldValue(record: RecordRepresentation | undefined, field: string | FieldId): unknown;
    export function createRecord(input: {
        readonly apiName: string;
        readonly fields: Readonly<Record<string, unknown>>;
    }): Promise<RecordRepresentation>;
    export function updateRecord(
        input: { readonly fields: Readonly<Record<string, unknown>> & { readonly Id: string } },
        /** An HTTP date: a record that changed since is refused with 412. */
        options?: { readonly ifUnmodifiedSince?: string }
    ): Promise<RecordRepresentation>;
    export function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void>;
}
/** What we use of `lightning/uiObjectInfoApi`. */
declare module 'lightning/uiObjectInfoApi' {
    export interface ObjectInfo {
        readonly apiName: string;
        readonly createable: boolean;
        /** By API name; only those that the user may read. */
        readonly fields: Readonly<Record<string, object>>;
    }
    export interface ObjectInfos {
        /** In the order of the names asked for; a refused one has its status, and a list of errors for a result. */
        readonly results: readonly {
            readonly statusCode: number;
            readonly result: ObjectInfo | readonly { readonly errorCode: string; readonly message: string }[];
        }[];
    }
    export interface ObjectInfosResult {
        readonly data?: ObjectInfos;
        readonly error?: unknown;
    }
    export const getObjectInfos: import('lwc').WireAdapterConstructor<
        { readonly objectApiNames?: readonly string[] },
        ObjectInfosResult
    >;
}
