import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import MAY_USE from '@salesforce/customPermission/Quo_Use';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { groupByDay, type DayGroup } from 'c/quoCalendarDays';
import {
    activeFilterCount,
    NO_FILTERS,
    loadFilters,
    saveFilters,
    type Filters,
    type PersonChoice
} from 'c/quoFilterState';
import { errors as errorLabels, fillLabel, fillPlural, timeline as labels } from 'c/quoLabels';
import { startPolling } from 'c/quoPolling';
import { matchesSearch, searchableText, type Row } from 'c/quoTimelineRows';
import type { Snapshot } from 'c/quoTimelineData';
import { emptyStateOf, type EmptyState } from './emptyState';
import { passesDirection, peopleOf, type Item } from './filterOptions';
import { focusFirstNewRow } from './focusNewRows';

const START: Snapshot = { status: 'loading', rows: [], hasMore: false, isLoadingMore: false };

/** Every Quo call and text of a record, newest first. */
export default class QuoTimeline extends NavigationMixin(LightningElement) {
    labels = labels;
    errorLabels = errorLabels;

    /** The record whose page this is; none on app and home pages. */
    @api recordId?: string;
    @api objectApiName?: string;
    /** On app and home pages: `mine` (the user's own activity) or `everyone`. */
    @api scope: 'mine' | 'everyone' = 'mine';

    snapshot: Snapshot = START;
    filters: Filters = NO_FILTERS;
    people: readonly PersonChoice[] = [];
    inboxes: readonly string[] = [];
    search = '';
    openIds: ReadonlySet<string> = new Set();
    areFiltersShown = false;

    private _stopPolling?: () => void;
    private _refreshId?: number;
    /** Rows that stood there when more were asked for. */
    private _shown?: number;

    get mayUse(): boolean {
        return MAY_USE === true;
    }

    get ownerId(): string | undefined {
        return this.recordId || this.scope === 'everyone' ? undefined : USER_ID;
    }

    get rows(): readonly Row[] {
        return this.snapshot.rows.filter(
            (row) =>
                passesDirection(row, this.filters) && (!this.search || matchesSearch(searchableText(row), this.search))
        );
    }

    get days(): DayGroup<Item>[] {
        const items = this.rows.map((row) => ({
            id: row.id,
            startedAt: row.startedAt,
            row,
            open: this.openIds.has(row.id)
        }));
        return groupByDay(items, TIME_ZONE, new Date().toISOString());
    }

    get isLoading(): boolean {
        return this.snapshot.status === 'loading';
    }

    get isFailed(): boolean {
        return this.snapshot.status === 'failed';
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get hasNoRows(): boolean {
        return !this.hasRows;
    }

    get isEmpty(): boolean {
        return this.snapshot.status === 'ready' && !this.hasRows;
    }

    get canShowMore(): boolean {
        return this.snapshot.hasMore && this.snapshot.status === 'ready';
    }

    get missingText(): string {
        if (!this.snapshot.missing) return '';
        return this.snapshot.missing === 'tasks' ? labels.tasksMissing : labels.sonaMissing;
    }

    /** A refresh that failed, beside the rows that are still good. */
    get staleProblem(): Snapshot['problem'] {
        return this.snapshot.status === 'ready' ? this.snapshot.problem : undefined;
    }

    /** A further page that failed, beside the button that asks for it again. */
    get pageProblem(): { remedy: string; detail: string } | undefined {
        const problem = this.canShowMore ? this.snapshot.pageProblem : undefined;
        return problem && { remedy: `${problem.sentence} ${problem.remedy}`, detail: problem.detail };
    }

    get moreLabel(): string {
        return this.pageProblem ? errorLabels.retry : labels.showMore;
    }

    get emptyState(): EmptyState {
        return emptyStateOf(this.search, this.isNarrowed, Boolean(this.recordId));
    }

    get isNarrowed(): boolean {
        return activeFilterCount(this.filters) > 0;
    }

    get filterLabel(): string {
        const narrowed = activeFilterCount(this.filters);
        return narrowed ? fillLabel(labels.filterCount, narrowed) : labels.filter;
    }

    get filtersExpanded(): string {
        return String(this.areFiltersShown);
    }

    get shownText(): string {
        return this.isLoading ? '' : fillPlural(labels.shown, this.rows.length);
    }

    private get areAllOpen(): boolean {
        return this.hasRows && this.rows.every(({ id }) => this.openIds.has(id));
    }

    get expandLabel(): string {
        return this.areAllOpen ? labels.collapseAll : labels.expandAll;
    }

    get expandIcon(): string {
        return this.areAllOpen ? 'utility:collapse_all' : 'utility:expand_all';
    }

    connectedCallback(): void {
        this.useFilters(loadFilters(USER_ID, this.recordId));
        this._stopPolling = startPolling(() => this.refresh());
        this._refreshId = registerRefreshHandler(this, () => this.refresh());
    }

    disconnectedCallback(): void {
        this._stopPolling?.();
        if (this._refreshId !== undefined) unregisterRefreshHandler(this._refreshId);
    }

    /** Asks the org for what is new; the platform's own refresh comes here too. */
    @api async refresh(): Promise<void> {
        await this.source?.refresh();
    }

    handleRefresh(): void {
        this.refresh();
    }

    handleRows(event: CustomEvent<Snapshot>): void {
        this.snapshot = event.detail;
        this.people = peopleOf(this.snapshot.rows, this.people);
        const inboxes = this.snapshot.rows.map(({ inbox }) => inbox).filter((inbox) => inbox !== undefined);
        this.inboxes = [...new Set([...this.inboxes, ...inboxes])].sort((a, b) => a.localeCompare(b));
    }

    handleFilters(event: CustomEvent<Filters>): void {
        this.useFilters(event.detail);
        saveFilters(USER_ID, this.recordId, event.detail);
    }

    handleClear(): void {
        this.useFilters(NO_FILTERS);
        saveFilters(USER_ID, this.recordId, NO_FILTERS);
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.search = event.detail.value.trim();
    }

    handleShowFilters(): void {
        this.areFiltersShown = !this.areFiltersShown;
    }

    handleToggle(event: CustomEvent<{ id: string; open: boolean }>): void {
        const { id, open } = event.detail;
        const others = [...this.openIds].filter((other) => other !== id);
        this.openIds = new Set(open ? [...others, id] : others);
    }

    handleExpandAll(): void {
        this.openIds = new Set(this.areAllOpen ? [] : this.rows.map(({ id }) => id));
    }

    renderedCallback(): void {
        if (this._shown === undefined || this.snapshot.isLoadingMore) return;
        const rows = this.template?.querySelectorAll<HTMLElement>('.row') ?? [];
        if (focusFirstNewRow([...rows], this._shown) || !this.snapshot.hasMore) this._shown = undefined;
    }

    handleMore(): void {
        this._shown = this.rows.length;
        this.source?.more();
    }

    handleOpenActivities(): void {
        const { recordId, objectApiName } = this;
        this[NavigationMixin.Navigate](
            recordId
                ? {
                      type: 'standard__recordRelationshipPage',
                      attributes: {
                          recordId,
                          objectApiName,
                          relationshipApiName: 'ActivityHistories',
                          actionName: 'view'
                      }
                  }
                : { type: 'standard__objectPage', attributes: { objectApiName: 'Task', actionName: 'list' } }
        );
    }

    private useFilters(filters: Filters): void {
        this.filters = filters;
        if (filters.person) this.people = peopleOf([], [...this.people, filters.person]);
        if (filters.inbox) this.inboxes = [...new Set([...this.inboxes, filters.inbox])];
    }

    /** By reference, not by tag: in the managed package its tag begins with the package's namespace. */
    private get source(): { refresh(): Promise<void>; more(): void } | undefined {
        return this.refs?.source as never;
    }
}
