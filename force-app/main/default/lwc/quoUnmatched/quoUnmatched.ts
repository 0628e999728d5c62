import { api, LightningElement, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import MAY_USE from '@salesforce/customPermission/Quo_Use';
import { explainError, type Problem } from 'c/quoErrors';
import { errors as errorLabels, fillLabel, timeline, unmatched as labels } from 'c/quoLabels';
import { groupByNumber, type NumberGroup } from 'c/quoUnmatchedGroups';
import { startPolling } from 'c/quoPolling';
import { unmatchedQuery } from 'c/quoQueries';
import { append, replaceFirstPage, UNREAD, type PagedRows } from 'c/quoTimelinePaging';
import type { SonaNode, TaskNode } from 'c/quoTimelineRows';
import { readPages, type Item, type UnmatchedResponse } from './readPages';

/** The most that one GraphQL page may hold is 2,000; 200 keeps the first paint quick. */
const PAGE_SIZE = 200;

/** The numbers that nobody, or several people, were found for; a decision for each. */
export default class QuoUnmatched extends LightningElement {
    labels = labels;
    errorLabels = errorLabels;
    refreshLabel = timeline.refresh;
    noPermission = timeline.noPermission;
    noPermissionRemedy = timeline.noPermissionRemedy;
    firstQuery = gql`
        ${unmatchedQuery()}
    `;
    firstVariables: Readonly<Record<string, unknown>> = { first: PAGE_SIZE, after: null, sonaAfter: null };
    nextQuery?: unknown;
    nextVariables?: Readonly<Record<string, unknown>>;

    tasks: PagedRows<Item<TaskNode>> = UNREAD;
    sona: PagedRows<Item<SonaNode>> = UNREAD;
    isLoading = true;
    problem?: Problem;
    /** Why the next page could not be loaded; asking for more asks for that page again. */
    pageProblem?: Problem;
    /** Numbers decided here: they leave at once, before the org says so. */
    decided: ReadonlySet<string> = new Set();

    /** Where in the list a number was just decided. */
    private _decidedAt?: number;
    private _refresh?: () => Promise<void>;
    private _stopPolling?: () => void;
    private _refreshId?: number;

    @wire(graphql, { query: '$firstQuery', variables: '$firstVariables', operationName: 'quoUnmatched' })
    onFirstPage({ data, errors, refresh }: GraphQLResult<UnmatchedResponse>): void {
        if (!data && !errors) return;
        const { tasks, sona } = readPages(data);
        this._refresh = refresh;
        this.isLoading = false;
        this.problem = tasks ? undefined : explainError(errors);
        if (!tasks) return;
        this.tasks = replaceFirstPage(this.tasks, tasks);
        this.sona = sona ? replaceFirstPage(this.sona, sona) : this.sona;
    }

    @wire(graphql, { query: '$nextQuery', variables: '$nextVariables', operationName: 'quoUnmatched' })
    onNextPage({ data, errors }: GraphQLResult<UnmatchedResponse>): void {
        if (!this.nextQuery || (!data && !errors)) return;
        const { tasks, sona } = readPages(data);
        this.nextQuery = undefined;
        this.isLoading = false;
        this.pageProblem = tasks ? undefined : explainError(errors);
        if (!tasks) return;
        this.tasks = append(this.tasks, tasks);
        this.sona = sona ? append(this.sona, sona) : this.sona;
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
        const nodesOf = <T>({ rows }: { readonly rows: readonly Item<T>[] }) => rows.map(({ node }) => node);
        return groupByNumber(nodesOf(this.tasks), nodesOf(this.sona)).filter(({ number }) => !this.decided.has(number));
    }

    get hasGroups(): boolean {
        return this.groups.length > 0;
    }

    get isEmpty(): boolean {
        return !this.isLoading && !this.problem && !this.hasGroups;
    }

    get hasMore(): boolean {
        return this.tasks.hasMore;
    }

    get moreLabel(): string {
        return this.pageProblem ? errorLabels.retry : labels.showMore;
    }

    get countedText(): string {
        return fillLabel(labels.onlyLoaded, this.tasks.rows.length);
    }

    @api async refresh(): Promise<void> {
        await this._refresh?.();
    }

    handleRefresh(): void {
        this.refresh();
    }

    handleMore(): void {
        this.isLoading = true;
        this.pageProblem = undefined;
        this.nextVariables = {
            first: PAGE_SIZE,
            after: this.tasks.endCursor ?? null,
            sonaAfter: this.sona.endCursor ?? null
        };
        this.nextQuery = gql`
            ${unmatchedQuery()}
        `;
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
