import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { explainError, errorMessages, type Problem } from 'c/quoErrors';
import { NO_FILTERS, type Filters } from 'c/quoFilterState';
import { OBJECTS } from 'c/quoSchema';
import { UNREAD, append, replaceFirstPage, stableRows, type PagedRows } from 'c/quoTimelinePaging';
import { sonaWhere, taskWhere, timelineQuery, type Branches } from 'c/quoQueries';
import type { Row } from 'c/quoTimelineRows';
import { readPages, type TimelineResponse, type Branch, type Pages } from './readPages';

/** Rows added by each "show more", and asked of each source at once. */
const PAGE_SIZE = 25;

/** What the timeline is told, whole, at every change. */
export interface Snapshot {
    readonly status: 'loading' | 'ready' | 'failed';
    readonly rows: readonly Row[];
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
    /** A source that cannot be read; the other one still shows. */
    readonly missing?: Branch;
    /** Why nothing, or nothing newer, could be loaded. */
    readonly problem?: Problem;
    /** Why the next page could not be loaded; asking for more asks for that page again. */
    readonly pageProblem?: Problem;
}

/**
 * Where the timeline's rows come from: the only module that knows. It shows nothing; it tells its parent in `rows`
 * events, and is asked through `more` and `refresh`.
 */
export default class QuoTimelineData extends LightningElement {
    private _recordId?: string;
    private _objectApiName?: string;
    private _ownerId?: string;
    private _filters: Filters = NO_FILTERS;
    private _isRestartDue = false;
    private _branches: Branches = {};
    private _excluded = new Set<Branch>();
    private _firstError: unknown;
    private _branchRows: Record<Branch, PagedRows> = { tasks: UNREAD, sona: UNREAD };
    private _status: Snapshot['status'] = 'loading';
    private _problem?: Problem;
    private _missing?: Branch;
    private _pageProblem?: Problem;
    /** What the next page was asked for, until all of it has come. */
    private _pageBranches: Branches = {};
    private _rowsWanted = PAGE_SIZE;
    private _isLoadingMore = false;
    private _refresh?: () => Promise<void>;

    firstQuery?: unknown;
    firstVariables?: Readonly<Record<string, unknown>>;
    nextQuery?: unknown;
    nextVariables?: Readonly<Record<string, unknown>>;

    /** The record whose activities are wanted; none on an app or home page. */
    @api get recordId(): string | undefined {
        return this._recordId;
    }
    set recordId(value: string | undefined) {
        this._recordId = value;
        this.restartSoon();
    }

    @api get objectApiName(): string | undefined {
        return this._objectApiName;
    }
    set objectApiName(value: string | undefined) {
        this._objectApiName = value;
        this.restartSoon();
    }

    /** Only this user's activities, when set. */
    @api get ownerId(): string | undefined {
        return this._ownerId;
    }
    set ownerId(value: string | undefined) {
        this._ownerId = value;
        this.restartSoon();
    }

    @api get filters(): Filters {
        return this._filters;
    }
    set filters(value: Filters) {
        this._filters = value;
        this.restartSoon();
    }

    /** Asks the org again for the newest page. */
    @api async refresh(): Promise<void> {
        if (this._status === 'failed') this.restart();
        else await this._refresh?.();
    }

    /** Twenty-five more rows: from what is at hand, or by one request. After a page that failed: that page again. */
    @api more(): void {
        const rows = stableRows(this._branchRows.tasks, this._branchRows.sona);
        const wanted = this._pageProblem ? this._pageBranches : this.branchesWithMore();
        this._rowsWanted = Math.min(this._rowsWanted, rows.length) + PAGE_SIZE;
        const isAtHand = rows.length >= this._rowsWanted && !this._pageProblem;
        if (!isAtHand && (wanted.tasks || wanted.sona)) this.requestPage(wanted);
        this.publish();
    }

    connectedCallback(): void {
        this.restart();
    }

    @wire(graphql, { query: '$firstQuery', variables: '$firstVariables', operationName: 'quoTimeline' })
    onFirstPage({ data, errors, refresh }: GraphQLResult<TimelineResponse>): void {
        if (!this.firstQuery || (!data && !errors)) return;
        this._refresh = refresh;
        const pages = readPages(data);
        const failed = (['tasks', 'sona'] as const).filter((branch) => this._branches[branch] && !pages[branch]);
        const hasNoBranch = failed.length > 0 && !pages.tasks && !pages.sona;
        if (hasNoBranch && this._status === 'ready') {
            this._problem = explainError(errors);
        } else if (hasNoBranch && this.retryWithout(errors)) {
            return;
        } else if (hasNoBranch) {
            this._status = 'failed';
            this._problem = explainError(this._firstError ?? errors);
        } else {
            this.apply(pages, failed[0] ?? [...this._excluded][0]);
        }
        this.publish();
    }

    @wire(graphql, { query: '$nextQuery', variables: '$nextVariables', operationName: 'quoTimeline' })
    onNextPage({ data, errors }: GraphQLResult<TimelineResponse>): void {
        if (!this.nextQuery || (!data && !errors)) return;
        const pages = readPages(data);
        if (pages.tasks) this._branchRows.tasks = append(this._branchRows.tasks, pages.tasks);
        if (pages.sona) this._branchRows.sona = append(this._branchRows.sona, pages.sona);
        const { tasks, sona } = this._pageBranches;
        this._pageBranches = {
            ...(tasks && !pages.tasks ? { tasks } : {}),
            ...(sona && !pages.sona ? { sona } : {})
        };
        const isWhole = !this._pageBranches.tasks && !this._pageBranches.sona;
        this._pageProblem = isWhole ? undefined : explainError(errors);
        this._isLoadingMore = false;
        this.nextQuery = undefined;
        this.publish();
    }

    /** Several properties often change together: one restart, and so one request, for all of them. */
    private restartSoon(): void {
        if (this._isRestartDue || !this.isConnected) return;
        this._isRestartDue = true;
        Promise.resolve().then(() => {
            if (this._isRestartDue) this.restart();
        });
    }

    private restart(): void {
        this._isRestartDue = false;
        this._excluded.clear();
        this._firstError = undefined;
        this._problem = undefined;
        this._pageProblem = undefined;
        this._missing = undefined;
        this._rowsWanted = PAGE_SIZE;
        this._status = 'loading';
        this._isLoadingMore = false;
        this._branchRows = { tasks: UNREAD, sona: UNREAD };
        this.nextQuery = undefined;
        this.request();
        this.publish();
    }

    private requestPage(branches: Branches): void {
        this._isLoadingMore = true;
        this._pageProblem = undefined;
        this._pageBranches = branches;
        this.nextVariables = {
            first: PAGE_SIZE,
            ...(branches.tasks ? { tasksAfter: this._branchRows.tasks.endCursor ?? null } : {}),
            ...(branches.sona ? { sonaAfter: this._branchRows.sona.endCursor ?? null } : {})
        };
        this.nextQuery = gql`
            ${timelineQuery(branches)}
        `;
    }

    private request(): void {
        const scope = { recordId: this._recordId, objectApiName: this._objectApiName, ownerId: this._ownerId };
        const moment = { now: new Date().toISOString(), timeZone: TIME_ZONE };
        const tasks = this._excluded.has('tasks') ? undefined : taskWhere(scope, this._filters, moment);
        const sona = this._excluded.has('sona') ? undefined : sonaWhere(scope, this._filters, moment);
        this._branches = { ...(tasks ? { tasks } : {}), ...(sona ? { sona } : {}) };
        this.firstVariables = {
            first: PAGE_SIZE,
            ...(tasks ? { tasksAfter: null } : {}),
            ...(sona ? { sonaAfter: null } : {})
        };
        this.firstQuery = gql`
            ${timelineQuery(this._branches)}
        `;
    }

    /** A query that is refused as a whole may pass with one source less: the one that is blamed, or Tasks (Beta). */
    private retryWithout(errors: unknown): boolean {
        if (this._excluded.size > 0 || !this._branches.tasks || !this._branches.sona) return false;
        this._firstError = errors;
        const blamesSona = errorMessages(errors).some((message) => message.includes(OBJECTS.sonaCall));
        this._excluded.add(blamesSona ? 'sona' : 'tasks');
        this.request();
        return true;
    }

    private apply(pages: Pages, missing: Branch | undefined): void {
        const { tasks, sona } = this._branchRows;
        this._branchRows = {
            tasks: pages.tasks ? replaceFirstPage(tasks, pages.tasks) : tasks,
            sona: pages.sona ? replaceFirstPage(sona, pages.sona) : sona
        };
        this._status = 'ready';
        this._problem = undefined;
        this._missing = missing;
    }

    private branchesWithMore(): Branches {
        const { tasks, sona } = this._branches;
        return {
            ...(tasks && this._branchRows.tasks.hasMore ? { tasks } : {}),
            ...(sona && this._branchRows.sona.hasMore ? { sona } : {})
        };
    }

    private publish(): void {
        const rows = stableRows(this._branchRows.tasks, this._branchRows.sona);
        const detail: Snapshot = {
            status: this._status,
            rows: rows.slice(0, this._rowsWanted),
            hasMore: rows.length > this._rowsWanted || this._branchRows.tasks.hasMore || this._branchRows.sona.hasMore,
            isLoadingMore: this._isLoadingMore,
            ...(this._missing ? { missing: this._missing } : {}),
            ...(this._problem ? { problem: this._problem } : {}),
            ...(this._pageProblem ? { pageProblem: this._pageProblem } : {})
        };
        this.dispatchEvent(new CustomEvent('rows', { detail }));
    }
}
