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
import { LOADING, type Snapshot } from 'c/quoTimelineData';
import { activitiesPage } from './activitiesPage';
import { emptyStateOf, type EmptyState } from './emptyState';
import { inboxesOf, passesDirection, peopleOf, type Item } from './filterOptions';
import { focusFirstNewRow } from './focusNewRows';
import { leftOutText } from './leftOutText';

/** Every Quo call and text of a record, newest first. */
export default class QuoTimeline extends NavigationMixin(LightningElement) {
    labels = labels;
    errorLabels = errorLabels;

    /** The record whose page this is; none on app and home pages. */
    @api get recordId(): string | undefined {
        return this._recordId;
    }
    set recordId(value: string | undefined) {
        const isOther = value !== this._recordId;
        this._recordId = value;
        if (isOther && this.isConnected) this.startOver();
    }
    @api objectApiName?: string;
    /** On app and home pages: `mine` (the user's own activity) or `everyone`. */
    @api scope: 'mine' | 'everyone' = 'mine';

    snapshot: Snapshot = LOADING;
    filters: Filters = NO_FILTERS;
    people: readonly PersonChoice[] = [];
    inboxes: readonly string[] = [];
    /** As it was typed: a space may be the beginning of the next word. */
    searchTyped = '';
    openIds: ReadonlySet<string> = new Set();
    areFiltersShown = false;

    private _recordId?: string;
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

    private get search(): string {
        return this.searchTyped.trim();
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

    get isEmpty(): boolean {
        return this.snapshot.status === 'ready' && this.rows.length === 0;
    }

    get canShowMore(): boolean {
        return this.snapshot.hasMore && this.snapshot.status === 'ready';
    }

    get missingText(): string {
        const texts = { tasks: labels.tasksMissing, sona: labels.sonaMissing };
        return this.snapshot.missing ? texts[this.snapshot.missing] : '';
    }

    get leftOutText(): string {
        return leftOutText(this.snapshot.leftOut);
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
        return this.rows.length > 0 && this.rows.every(({ id }) => this.openIds.has(id));
    }

    get expandAll(): { label: string; icon: string; isDisabled: boolean } {
        const isDisabled = this.rows.length === 0;
        return this.areAllOpen
            ? { label: labels.collapseAll, icon: 'utility:collapse_all', isDisabled }
            : { label: labels.expandAll, icon: 'utility:expand_all', isDisabled };
    }

    connectedCallback(): void {
        this.startOver();
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
        this.inboxes = inboxesOf(this.snapshot.rows, this.inboxes);
    }

    handleFilters(event: CustomEvent<Filters>): void {
        this.filters = event.detail;
        saveFilters(USER_ID, this.pageKind, event.detail);
    }

    handleClear(): void {
        this.filters = NO_FILTERS;
        saveFilters(USER_ID, this.pageKind, NO_FILTERS);
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.searchTyped = event.detail.value;
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

    handleDismiss(): void {
        this.template?.querySelector<HTMLElement>('.search')?.focus();
    }

    handleOpenActivities(): void {
        this[NavigationMixin.Navigate](activitiesPage(this.recordId, this.objectApiName));
    }

    private get pageKind(): string {
        return this.objectApiName ?? this.scope;
    }

    /** The platform may show another record in the same component: nothing of the last one is carried over. */
    private startOver(): void {
        this.filters = loadFilters(USER_ID, this.pageKind);
        this.people = [];
        this.inboxes = [];
        this.searchTyped = '';
        this.openIds = new Set();
    }

    /** By reference, not by tag: in the managed package its tag begins with the package's namespace. */
    private get source(): { refresh(): Promise<void>; more(): void } | undefined {
        return this.refs?.source as never;
    }
}
