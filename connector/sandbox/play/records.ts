import { getJson } from './http.ts';

/** A Task of the simulated org, as its control address shows it: fields that hold nothing are absent. */
export interface TaskRow {
    readonly Id: string;
    readonly Subject: string;
    readonly WhoId?: string;
    readonly WhatId?: string;
    readonly SystemModstamp: string;
    readonly Quo_Key__c?: string;
    readonly Quo_Kind__c?: string;
    readonly Quo_Outcome__c?: string;
    readonly Quo_Match__c?: string;
    readonly Quo_Match_Reason__c?: string;
    readonly Quo_Recording_URL__c?: string;
    readonly Quo_External_Number__c?: string;
}

export interface SonaCallRow {
    readonly Quo_Call_Id__c?: string;
}

export interface TranscriptRow {
    readonly Call_Id__c?: string;
}

/** Reading through the control address costs no API call, so that the count stays the connector's own. */
export function recordsOf<T>(orgUrl: string, type: string): Promise<readonly T[]> {
    return getJson<{ readonly records: readonly T[] }>(`${orgUrl}/_control/records?type=${type}`).then(
        ({ records }) => records
    );
}

export function tasksOf(orgUrl: string): Promise<readonly TaskRow[]> {
    return recordsOf<TaskRow>(orgUrl, 'Task').then((tasks) => tasks.filter((task) => task.Quo_Key__c !== undefined));
}
