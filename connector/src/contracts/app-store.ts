import type { LimitOf, SessionStore } from './auth.ts';
import type { AuditStore } from './audit.ts';
import type { ListeningStore } from './rights/listening.ts';
import type { MonitoringStore } from './monitoring.ts';
import type { QuoContactStore } from './quo/contacts.ts';
import type { Store } from './store.ts';

export type * from './audit.ts';

/** Where else a number is to be forgotten, for what is being written at this very moment. */
export interface ForgetAlso {
    /** Tasks and Sona records in Salesforce. */
    readonly records: boolean;
    /** Leads in Salesforce that we made. */
    readonly leads: boolean;
}

/** What was removed, and the Salesforce records that still speak of the number. */
export interface ErasedNumber {
    /** Stands for the number in reports: the same for the same number, and nothing can be told from it. */
    readonly mark: string;
    readonly activities: number;
    readonly facts: number;
    readonly deliveries: number;
    readonly records: readonly { readonly object: string; readonly salesforceId: string }[];
}

export interface DeletedDeliveries {
    readonly deliveries: number;
    readonly writes: number;
}

/** What is done with the store from time to time, or by a person. */
export interface MaintenanceStore {
    /** Of one connection, or of all; what is not written to Salesforce yet stays. */
    deleteOldDeliveries(days: number, connection?: string): Promise<DeletedDeliveries>;
    /** @param number E.164 */
    forgetNumber(connection: string, number: string, also?: ForgetAlso): Promise<ErasedNumber>;
    /** Everything of a connection but its audit log; `whole`: also the connection. @returns how many rows */
    eraseConnection(connection: string, whole: boolean): Promise<number>;
    /** Parked activities that a person does not want to see again, unless something new comes. @returns how many */
    dismiss(connection: string, activityKeys: readonly string[], note: string): Promise<number>;
}

/** The store as the use cases need it: the pipeline's, and what people look at and do. */
export interface AppStore extends Store {
    readonly watch: MonitoringStore;
    readonly upkeep: MaintenanceStore;
    readonly audit: AuditStore;
    readonly sessions: SessionStore;
    readonly limits: LimitOf;
    readonly quoContacts: QuoContactStore;
    readonly listening: ListeningStore;
}
