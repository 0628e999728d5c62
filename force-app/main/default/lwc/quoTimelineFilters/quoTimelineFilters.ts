import { api, LightningElement } from 'lwc';
import { activeFilterCount, NO_FILTERS, type Filters, type PersonChoice } from 'c/quoFilterState';
import { filters as labels, timeline } from 'c/quoLabels';

interface Option {
    readonly value: string;
    readonly label: string;
}

const ALL = 'all';
const option = (value: string, label: string): Option => ({ value, label });

/** The filters, each a list to choose from. Tells its parent the whole choice in `filters` events: the lists' own `change` bubbles out of here, too. */
export default class QuoTimelineFilters extends LightningElement {
    labels = labels;
    clearLabel = timeline.clearFilters;

    @api filters: Filters = NO_FILTERS;
    /** People and inboxes of the activity seen so far. */
    @api people: readonly PersonChoice[] = [];
    @api inboxes: readonly string[] = [];

    kinds = [
        option(ALL, labels.kindAll),
        option('calls', labels.kindCalls),
        option('texts', labels.kindTexts),
        option('sona', labels.kindSona),
        option('missed', labels.kindMissed)
    ];
    directions = [
        option(ALL, labels.directionAll),
        option('incoming', labels.directionIncoming),
        option('outgoing', labels.directionOutgoing)
    ];
    periods = [
        option(ALL, labels.periodAll),
        option('today', labels.periodToday),
        option('7', labels.period7),
        option('30', labels.period30),
        option('90', labels.period90)
    ];

    get personOptions(): Option[] {
        return [option(ALL, labels.personAll), ...this.people.map(({ id, name }) => option(id, name))];
    }

    get personValue(): string {
        return this.filters.person?.id ?? ALL;
    }

    get inboxOptions(): Option[] {
        return [option(ALL, labels.inboxAll), ...this.inboxes.map((inbox) => option(`=${inbox}`, inbox))];
    }

    get inboxValue(): string {
        return this.filters.inbox === undefined ? ALL : `=${this.filters.inbox}`;
    }

    get isNarrowed(): boolean {
        return activeFilterCount(this.filters) > 0;
    }

    /** Kind, direction and period: the field's name is the filter's. */
    handleChoice(event: CustomEvent<{ value: string }>): void {
        const { name } = event.target as unknown as { name: keyof Filters };
        this.notify({ ...this.filters, [name]: event.detail.value });
    }

    handlePerson(event: CustomEvent<{ value: string }>): void {
        const { person: _, ...others } = this.filters;
        const person = this.people.find(({ id }) => id === event.detail.value);
        this.notify(person ? { ...others, person } : others);
    }

    handleInbox(event: CustomEvent<{ value: string }>): void {
        const { inbox: _, ...others } = this.filters;
        const { value } = event.detail;
        this.notify(value === ALL ? others : { ...others, inbox: value.slice(1) });
    }

    handleClear(): void {
        this.notify(NO_FILTERS);
    }

    private notify(detail: Filters): void {
        this.dispatchEvent(new CustomEvent('filters', { detail }));
    }
}
