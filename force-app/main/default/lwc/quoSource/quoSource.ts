import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { explain, messagesIn, type Problem } from 'c/quoErrors';
import { NO_FILTERS, type Filters } from 'c/quoFilters';
import { OBJECTS } from 'c/quoNames';
import { EMPTY, append, refreshHead, settled, type Source } from 'c/quoPages';
import { sonaWhere, taskWhere, timelineQuery, type Branches } from 'c/quoQueries';
import type { Row } from 'c/quoRows';
import { pagesOf, type Answer, type Branch, type Pages } from './answer';

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
}

/**
 * Where the timeline's rows come from: the only module that knows. It shows nothing; it tells its parent in `rows`
 * events, and is asked through `more` and `refresh`.
 */
export default class QuoSource extends LightningElement {
    private _recordId?: string;
    private _objectApiName?: string;
    private _ownerId?: string;
    private _filters: Filters = NO_FILTERS;
    private _isPlanned = false;
    private _branches: Branches = {};
    private _without = new Set<Branch>();
    private _firstFault: unknown;
    private _sources: Record<Branch, Source> = { tasks: EMPTY, sona: EMPTY };
    private _status: Snapshot['status'] = 'loading';
    private _problem?: Problem;
    private _missing?: Branch;
    private _wanted = PAGE_SIZE;
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
        this.replan();
    }

    @api get objectApiName(): string | undefined {
        return this._objectApiName;
    }
    set objectApiName(value: string | undefined) {
        this._objectApiName = value;
        this.replan();
    }

    /** Only this user's activities, when set. */
    @api get ownerId(): string | undefined {
        return this._ownerId;
    }
    set ownerId(value: string | undefined) {
        this._ownerId = value;
        this.replan();
    }

    @api get filters(): Filters {
        return this._filters;
    }
    set filters(value: Filters) {
        this._filters = value;
        this.replan();
    }

    /** Asks the org again for the newest page. */
    @api async refresh(): Promise<void> {
        if (this._status === 'failed') this.plan();
        else await this._refresh?.();
    }

    /** Twenty-five more rows: from what is at hand, or by one request. */
    @api more(): void {
        const rows = settled(this._sources.tasks, this._sources.sona);
        const open = this.openBranches();
        this._wanted = Math.min(this._wanted, rows.length) + PAGE_SIZE;
        if (rows.length >= this._wanted || !(open.tasks || open.sona)) {
            this.tell();
            return;
        }
        this._isLoadingMore = true;
        this.tell();
        this.nextVariables = {
            first: PAGE_SIZE,
            ...(open.tasks ? { tasksAfter: this._sources.tasks.endCursor ?? null } : {}),
            ...(open.sona ? { sonaAfter: this._sources.sona.endCursor ?? null } : {})
        };
        this.nextQuery = gql`
            ${timelineQuery(open)}
        `;
    }

    connectedCallback(): void {
        this.plan();
    }

    @wire(graphql, { query: '$firstQuery', variables: '$firstVariables', operationName: 'quoTimeline' })
    onFirst({ data, errors, refresh }: GraphQLResult<Answer>): void {
        if (!this.firstQuery || (!data && !errors)) return;
        this._refresh = refresh;
        const pages = pagesOf(data);
        const failed = (['tasks', 'sona'] as const).filter((branch) => this._branches[branch] && !pages[branch]);
        const isLost = failed.length > 0 && !pages.tasks && !pages.sona;
        if (isLost && this._status === 'ready') {
            this._problem = explain(errors);
        } else if (isLost && this.retryWithout(errors)) {
            return;
        } else if (isLost) {
            this._status = 'failed';
            this._problem = explain(this._firstFault ?? errors);
        } else {
            this.settle(pages, failed[0] ?? [...this._without][0]);
        }
        this.tell();
    }

    @wire(graphql, { query: '$nextQuery', variables: '$nextVariables', operationName: 'quoTimeline' })
    onNext({ data, errors }: GraphQLResult<Answer>): void {
        if (!this.nextQuery || (!data && !errors)) return;
        const pages = pagesOf(data);
        if (pages.tasks) this._sources.tasks = append(this._sources.tasks, pages.tasks);
        if (pages.sona) this._sources.sona = append(this._sources.sona, pages.sona);
        this._problem = pages.tasks || pages.sona ? undefined : explain(errors);
        this._isLoadingMore = false;
        this.nextQuery = undefined;
        this.tell();
    }

    /** Several properties often change together: one plan, and so one request, for all of them. */
    private replan(): void {
        if (this._isPlanned || !this.isConnected) return;
        this._isPlanned = true;
        Promise.resolve().then(() => {
            if (this._isPlanned) this.plan();
        });
    }

    private plan(): void {
        this._isPlanned = false;
        this._without.clear();
        this._firstFault = undefined;
        this._problem = undefined;
        this._missing = undefined;
        this._wanted = PAGE_SIZE;
        this._status = 'loading';
        this._isLoadingMore = false;
        this._sources = { tasks: EMPTY, sona: EMPTY };
        this.nextQuery = undefined;
        this.ask();
        this.tell();
    }

    private ask(): void {
        const scope = { recordId: this._recordId, objectApiName: this._objectApiName, ownerId: this._ownerId };
        const moment = { now: new Date().toISOString(), timeZone: TIME_ZONE };
        const tasks = this._without.has('tasks') ? undefined : taskWhere(scope, this._filters, moment);
        const sona = this._without.has('sona') ? undefined : sonaWhere(scope, this._filters, moment);
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
        if (this._without.size > 0 || !this._branches.tasks || !this._branches.sona) return false;
        this._firstFault = errors;
        const blamesSona = messagesIn(errors).some((message) => message.includes(OBJECTS.sonaCall));
        this._without.add(blamesSona ? 'sona' : 'tasks');
        this.ask();
        return true;
    }

    private settle(pages: Pages, missing: Branch | undefined): void {
        const { tasks, sona } = this._sources;
        this._sources = {
            tasks: pages.tasks ? refreshHead(tasks, pages.tasks) : tasks,
            sona: pages.sona ? refreshHead(sona, pages.sona) : sona
        };
        this._status = 'ready';
        this._problem = undefined;
        this._missing = missing;
    }

    private openBranches(): Branches {
        const { tasks, sona } = this._branches;
        return {
            ...(tasks && this._sources.tasks.hasMore ? { tasks } : {}),
            ...(sona && this._sources.sona.hasMore ? { sona } : {})
        };
    }

    private tell(): void {
        const rows = settled(this._sources.tasks, this._sources.sona);
        const detail: Snapshot = {
            status: this._status,
            rows: rows.slice(0, this._wanted),
            hasMore: rows.length > this._wanted || this._sources.tasks.hasMore || this._sources.sona.hasMore,
            isLoadingMore: this._isLoadingMore,
            ...(this._missing ? { missing: this._missing } : {}),
            ...(this._problem ? { problem: this._problem } : {})
        };
        this.dispatchEvent(new CustomEvent('rows', { detail }));
    }
}
