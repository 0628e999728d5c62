import { api, LightningElement, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import MAY_USE from '@salesforce/customPermission/Quo_Use';
import { explainError, type Problem } from 'c/quoErrors';
import { errors as errorLabels, fillLabel, timeline, unmatched as labels } from 'c/quoLabels';
import { groupByNumber, type NumberGroup } from 'c/quoUnmatchedGroups';
import { startPolling } from 'c/quoPolling';
import { unmatchedQuery } from 'c/quoQueries';
import type { SonaNode, TaskNode } from 'c/quoTimelineRows';

/** The most that one GraphQL page may hold is 2,000; 200 keeps the first paint quick. */
const PAGE_SIZE = 200;

interface Connection<T> {
    readonly edges?: readonly { readonly node: T }[];
    readonly pageInfo?: { readonly endCursor?: string | null; readonly hasNextPage?: boolean };
}
interface UnmatchedResponse {
    readonly uiapi?: {
        readonly query?: {
            readonly tasks?: Connection<TaskNode> | null;
            readonly sona?: Connection<SonaNode> | null;
        };
    };
}

const mergeById = <T extends { readonly Id: string }>(before: readonly T[], page: readonly T[]): T[] => [
    ...new Map([...before, ...page].map((node) => [node.Id, node])).values()
];

/** The numbers that nobody, or several people, were found for; a decision for each. */
export default class QuoUnmatched extends LightningElement {
    labels = labels;
    errorLabels = errorLabels;
    refreshLabel = timeline.refresh;
    noPermission = timeline.noPermission;
    noPermissionRemedy = timeline.noPermissionRemedy;
    query = gql`
        ${unmatchedQuery()}
    `;
    variables: Readonly<Record<string, unknown>> = { first: PAGE_SIZE, after: null, sonaAfter: null };

    tasks: readonly TaskNode[] = [];
    sona: readonly SonaNode[] = [];
    isLoading = true;
    problem?: Problem;
    /** Numbers decided here: they leave at once, before the org says so. */
    decided: ReadonlySet<string> = new Set();

    private _cursor?: string;
    /** Where in the list a number was just decided. */
    private _decidedAt?: number;
    private _sonaCursor?: string;
    private _hasMore = false;
    private _refresh?: () => Promise<void>;
    private _stopPolling?: () => void;
    private _refreshId?: number;

    @wire(graphql, { query: '$query', variables: '$variables', operationName: 'quoUnmatched' })
    onResult({ data, errors, refresh }: GraphQLResult<UnmatchedResponse>): void {
        if (!data && !errors) return;
        this.isLoading = false;
        this._refresh = refresh;
        const { tasks, sona } = data?.uiapi?.query ?? {};
        this.problem = tasks ? undefined : explainError(errors);
        if (!tasks) return;
        const isFirst = this.variables.after === null;
        const nodes = (tasks.edges ?? []).map(({ node }) => node);
        const calls = (sona?.edges ?? []).map(({ node }) => node);
        this.tasks = isFirst ? nodes : mergeById(this.tasks, nodes);
        this.sona = isFirst ? calls : mergeById(this.sona, calls);
        this._hasMore = tasks.pageInfo?.hasNextPage === true;
        this._cursor = tasks.pageInfo?.endCursor ?? undefined;
        this._sonaCursor = sona?.pageInfo?.endCursor ?? this._sonaCursor;
    }

    connectedCallback(): void {
        this._stopPolling = startPolling(() => this.refresh());
        this._refreshId = registerRefreshHandler(this, () => this.refresh());
    }

    disconnectedCallback(): void {
        this._stopPolling?.();
        if (this._refreshId !== undefined) unregisterRefreshHandler(this._refreshId);
    }

    get mayUse(): boolean {
        return MAY_USE === true;
    }

    get groups(): NumberGroup[] {
        return groupByNumber(this.tasks, this.sona).filter(({ number }) => !this.decided.has(number));
    }

    get hasGroups(): boolean {
        return this.groups.length > 0;
    }

    get isEmpty(): boolean {
        return !this.isLoading && !this.problem && !this.hasGroups;
    }

    get hasMore(): boolean {
        return this._hasMore && !this.isLoading;
    }

    get countedText(): string {
        return this._hasMore ? fillLabel(labels.onlyLoaded, this.tasks.length) : '';
    }

    @api async refresh(): Promise<void> {
        await this._refresh?.();
    }

    handleRefresh(): void {
        this.refresh();
    }

    handleMore(): void {
        this.isLoading = true;
        this.variables = { first: PAGE_SIZE, after: this._cursor ?? null, sonaAfter: this._sonaCursor ?? null };
    }

    /** A number that was decided takes its buttons along: the keyboard goes to the next number, or to what is left. */
    renderedCallback(): void {
        if (this._decidedAt === undefined) return;
        const numbers = this.template?.querySelectorAll<HTMLElement>('.number') ?? [];
        const next = numbers[Math.min(this._decidedAt, numbers.length - 1)];
        this._decidedAt = undefined;
        if (document.activeElement && document.activeElement !== document.body) return;
        (next ?? this.template?.querySelector<HTMLElement>('.refresh'))?.focus();
    }

    handleDecided(event: CustomEvent<{ number: string }>): void {
        this._decidedAt = this.groups.findIndex(({ number }) => number === event.detail.number);
        this.decided = new Set([...this.decided, event.detail.number]);
    }
}
