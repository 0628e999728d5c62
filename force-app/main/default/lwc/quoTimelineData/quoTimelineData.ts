import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { getObjectInfos, type ObjectInfosResult } from 'lightning/uiObjectInfoApi';
import { explainError, type Problem } from 'c/quoErrors';
import { NO_FILTERS, type Filters } from 'c/quoFilterState';
import { timelineQuery } from 'c/quoQueries';
import type { Branches } from 'c/quoQueries';
import { ASSUME_ALL, QUERIED_OBJECTS, readAccessOf, type ReadAccess } from 'c/quoReadAccess';
import { UNREAD, append, replaceFirstPage, stableRows, type PagedRows } from 'c/quoTimelinePaging';
import { readPages, type Branch, type Pages, type TimelineResponse } from './readPages';
import type { Snapshot } from './snapshot';
import {
    FIRST_ATTEMPT,
    nextAttempt,
    NO_REQUEST,
    pageVariables,
    planRequest,
    type Attempt,
    type TimelineRequest
} from './timelineRequest';

export { LOADING } from './snapshot';
export type { Snapshot } from './snapshot';

/** Rows added by each "show more", and asked of each source at once. */
const PAGE_SIZE = 25;

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
    private _access?: ReadAccess;
    private _attempt: Attempt = FIRST_ATTEMPT;
    private _request: TimelineRequest = NO_REQUEST;
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

    queriedObjects = QUERIED_OBJECTS;
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

    @wire(getObjectInfos, { objectApiNames: '$queriedObjects' })
    onObjectInfos({ data, error }: ObjectInfosResult): void {
        // The first answer counts: what is told again later is the same, or is seen at the next visit.
        if (this._access || (!data && !error)) return;
        this._access = data ? readAccessOf(data) : ASSUME_ALL;
        if (this.isConnected && !this._isRestartDue) this.restart();
    }

    @wire(graphql, { query: '$firstQuery', variables: '$firstVariables', operationName: 'quoTimeline' })
    onFirstPage({ data, errors, refresh }: GraphQLResult<TimelineResponse>): void {
        if (!this.firstQuery || (!data && !errors)) return;
        this._refresh = refresh;
        const pages = readPages(data);
        if (pages.tasks || pages.sona) {
            this.apply(pages);
        } else if (this._status === 'ready') {
            this._problem = explainError(errors);
        } else {
            const attempt = nextAttempt(this._attempt, this._request, errors);
            this._firstError ??= errors;
            if (attempt) {
                this._attempt = attempt;
                this.request();
                return;
            }
            this._status = 'failed';
            this._problem = explainError(this._firstError);
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
        this._attempt = FIRST_ATTEMPT;
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
        this.nextVariables = pageVariables(branches, this._branchRows, PAGE_SIZE);
        this.nextQuery = this.queryOf(branches);
    }

    private request(): void {
        if (!this._access) return;
        const scope = { recordId: this._recordId, objectApiName: this._objectApiName, ownerId: this._ownerId };
        const moment = { now: new Date().toISOString(), timeZone: TIME_ZONE };
        this._request = planRequest(scope, this._filters, moment, this._access, this._attempt);
        this._missing = this._request.missing;
        const { branches } = this._request;
        const hasBranch = Boolean(branches.tasks || branches.sona);
        if (!hasBranch) this._status = 'ready';
        this.firstVariables = pageVariables(branches, this._branchRows, PAGE_SIZE);
        this.firstQuery = hasBranch ? this.queryOf(branches) : undefined;
    }

    private queryOf(branches: Branches): unknown {
        return gql`
            ${timelineQuery(branches, this._access ?? ASSUME_ALL, this._request.withNames)}
        `;
    }

    private apply(pages: Pages): void {
        const { tasks, sona } = this._branchRows;
        const { branches, missing } = this._request;
        this._branchRows = {
            tasks: pages.tasks ? replaceFirstPage(tasks, pages.tasks) : tasks,
            sona: pages.sona ? replaceFirstPage(sona, pages.sona) : sona
        };
        this._status = 'ready';
        this._problem = undefined;
        this._missing = (['tasks', 'sona'] as const).find((branch) => branches[branch] && !pages[branch]) ?? missing;
    }

    private branchesWithMore(): Branches {
        const { tasks, sona } = this._request.branches;
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
            leftOut: this._request.leftOut,
            ...(this._missing ? { missing: this._missing } : {}),
            ...(this._problem ? { problem: this._problem } : {}),
            ...(this._pageProblem ? { pageProblem: this._pageProblem } : {})
        };
        this.dispatchEvent(new CustomEvent('rows', { detail }));
    }
}
