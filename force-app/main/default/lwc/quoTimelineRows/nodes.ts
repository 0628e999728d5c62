/** What the org answers, under the aliases of `quoQueries`. A field that the user may not read is absent. */
export interface Value<T = string> {
    readonly value?: T | null;
}

export interface Named {
    readonly Id?: string;
    readonly Name?: Value | null;
}

type Texts<K extends string> = { readonly [P in K]?: Value | null };

export type TaskNode = { readonly Id: string } & Texts<
    | 'Description'
    | 'CallType'
    | 'key'
    | 'kind'
    | 'startedAt'
    | 'outcome'
    | 'inbox'
    | 'externalNumber'
    | 'recordingUrl'
    | 'conversationUrl'
    | 'handledBy'
    | 'transferredTo'
    | 'menuChoice'
    | 'match'
    | 'matchReason'
> & {
        readonly CallDurationInSeconds?: Value<number> | null;
        readonly voicemailDuration?: Value<number> | null;
        readonly Owner?: Named | null;
        readonly Who?: Named | null;
        readonly What?: Named | null;
    };

export type SonaNode = { readonly Id: string } & Texts<
    | 'taskId'
    | 'title'
    | 'summary'
    | 'nextSteps'
    | 'inbox'
    | 'startedAt'
    | 'callerName'
    | 'callerNumber'
    | 'followUpStatus'
    | 'recordingUrl'
    | 'conversationUrl'
    | 'match'
    | 'matchReason'
> & {
        readonly duration?: Value<number> | null;
        readonly contact?: Named | null;
        readonly lead?: Named | null;
        readonly account?: Named | null;
        readonly answeredBy?: Named | null;
    };
