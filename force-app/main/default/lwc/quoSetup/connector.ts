import { linkText, safeUrl } from 'c/quoLinks';

/** What a connector said of itself last. */
export interface Connector {
    readonly id: string;
    readonly console?: { readonly url: string; readonly text: string };
    readonly reportedAt?: string;
    readonly lastWrittenAt?: string;
    readonly inboxes?: number;
    readonly waiting: number;
    readonly parked: number;
    /** Absent: nobody went through the check list. */
    readonly checksFailed?: number;
    readonly checksWarned?: number;
    /** It should have reported again by now. */
    readonly isSilent: boolean;
}

interface Value<T> {
    readonly value?: T | null;
}

/** One node of the query, by its aliases. */
export interface ConnectorNode {
    readonly Id: string;
    readonly consoleUrl?: Value<string>;
    readonly reportedAt?: Value<string>;
    readonly nextReportBy?: Value<string>;
    readonly lastWrittenAt?: Value<string>;
    readonly waiting?: Value<number>;
    readonly parked?: Value<number>;
    readonly inboxes?: Value<number>;
    readonly checksFailed?: Value<number>;
    readonly checksWarned?: Value<number>;
}

export interface ConnectionsResponse {
    readonly uiapi?: {
        readonly query?: {
            readonly connections?: { readonly edges?: readonly { readonly node: ConnectorNode }[] } | null;
        } | null;
    } | null;
}

/** @param now milliseconds */
function readConnector(node: ConnectorNode, now: number): Connector {
    const url = safeUrl(node.consoleUrl?.value);
    const due = Date.parse(node.nextReportBy?.value ?? '');
    return {
        id: node.Id,
        ...(url && { console: { url, text: linkText(url) } }),
        reportedAt: node.reportedAt?.value ?? undefined,
        lastWrittenAt: node.lastWrittenAt?.value ?? undefined,
        inboxes: node.inboxes?.value ?? undefined,
        waiting: node.waiting?.value ?? 0,
        parked: node.parked?.value ?? 0,
        checksFailed: node.checksFailed?.value ?? undefined,
        checksWarned: node.checksWarned?.value ?? undefined,
        isSilent: !(due >= now)
    };
}

/** @returns undefined when the list did not come */
export function readConnectors(data: ConnectionsResponse | undefined, now: number): Connector[] | undefined {
    return data?.uiapi?.query?.connections?.edges?.map(({ node }) => readConnector(node, now));
}
