import { api, LightningElement, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { lookup as labels, fillLabel, fillPlural } from 'c/quoLabels';
import { formatPhoneNumber } from 'c/quoPhoneNumbers';
import { debounce } from 'c/quoPolling';
import { peopleQuery, usersQuery } from 'c/quoQueries';

const MIN_LETTERS = 2;
const TYPING_PAUSE_MS = 300;

type ObjectName = 'Contact' | 'Lead' | 'Account' | 'User';

/** What `found` carries. */
export interface SelectedRecord {
    readonly id: string;
    readonly name: string;
    readonly object: ObjectName;
}

interface FoundNode {
    readonly Id: string;
    readonly Name?: { readonly value?: string | null };
    readonly Title?: { readonly value?: string | null };
    readonly Company?: { readonly value?: string | null };
    readonly Phone?: { readonly value?: string | null };
    readonly Account?: { readonly Name?: { readonly value?: string | null } } | null;
}
interface SearchResponse {
    readonly uiapi?: {
        readonly query?: Partial<
            Record<ObjectName, { readonly edges?: readonly { readonly node: FoundNode }[] } | null>
        >;
    };
}

interface Option extends SelectedRecord {
    readonly domId: string;
    readonly icon: string;
    readonly meta: string;
    readonly css: string;
    readonly selected: string;
}

const OBJECT_STYLES: Readonly<Record<ObjectName, { readonly icon: string; readonly label: string }>> = {
    Contact: { icon: 'standard:contact', label: labels.contact },
    Lead: { icon: 'standard:lead', label: labels.lead },
    Account: { icon: 'standard:account', label: labels.account },
    User: { icon: 'standard:user', label: labels.user }
};
const OBJECTS = Object.keys(OBJECT_STYLES) as ObjectName[];

function optionOf(object: ObjectName, node: FoundNode): Omit<Option, 'css' | 'selected'> {
    const { icon, label } = OBJECT_STYLES[object];
    const about = [
        node.Title?.value,
        node.Account?.Name?.value ?? node.Company?.value,
        formatPhoneNumber(node.Phone?.value)
    ];
    return {
        id: node.Id,
        domId: `option-${node.Id}`,
        name: node.Name?.value ?? '',
        object,
        icon,
        meta: [label, ...about].filter(Boolean).join(' · ')
    };
}

/** Finds a person, a company or a colleague by name: the combobox of the design system, over records. */
export default class QuoLookup extends LightningElement {
    labels = labels;

    /** `people` (contacts, leads, accounts) or `users`. */
    @api among: 'people' | 'users' = 'people';
    @api label = labels.searchPeople;

    term = '';
    query?: unknown;
    variables?: Readonly<Record<string, unknown>>;
    isOpen = false;
    isSearching = false;
    activeIndex = -1;
    private found: readonly Omit<Option, 'css' | 'selected'>[] = [];

    private readonly searchSoon = debounce<string>(TYPING_PAUSE_MS, (term) => this.search(term));

    @wire(graphql, { query: '$query', variables: '$variables' })
    onFound({ data, errors }: GraphQLResult<SearchResponse>): void {
        if (!this.query || (!data && !errors)) return;
        this.isSearching = false;
        this.activeIndex = -1;
        const answer = data?.uiapi?.query ?? {};
        this.found = OBJECTS.flatMap((object) =>
            (answer[object]?.edges ?? []).map(({ node }) => optionOf(object, node))
        );
    }

    get options(): Option[] {
        return this.found.map((option, index) => {
            const isActive = index === this.activeIndex;
            const base = 'slds-media slds-media_center slds-listbox__option slds-listbox__option_entity';
            return {
                ...option,
                css: `${base} slds-listbox__option_has-meta${isActive ? ' slds-has-focus' : ''}`,
                selected: String(isActive)
            };
        });
    }

    get isTermLong(): boolean {
        return this.term.length >= MIN_LETTERS;
    }

    get comboboxClass(): string {
        const base = 'slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click';
        return this.isOpen ? `${base} slds-is-open` : base;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get activeId(): string | null {
        return this.isOpen ? (this.found[this.activeIndex]?.domId ?? null) : null;
    }

    /** One line of words: what to do, what is happening, or how many were found. */
    get statusText(): string {
        if (!this.isTermLong) return labels.typeMore;
        if (this.isSearching) return labels.searching;
        if (this.found.length === 0) return fillLabel(labels.noResults, this.term);
        return fillPlural(labels.results, this.found.length);
    }

    @api focus(): void {
        this.template?.querySelector('input')?.focus();
    }

    handleInput(event: Event): void {
        this.term = (event.target as HTMLInputElement).value.trim();
        this.found = [];
        this.isOpen = true;
        this.isSearching = this.isTermLong;
        this.searchSoon(this.term);
    }

    handleFocus(): void {
        this.isOpen = true;
    }

    handleBlur(): void {
        this.isOpen = false;
    }

    handleKey(event: KeyboardEvent): void {
        const last = this.found.length - 1;
        const moves: Record<string, () => void> = {
            ArrowDown: () => (this.activeIndex = this.activeIndex >= last ? 0 : this.activeIndex + 1),
            ArrowUp: () => (this.activeIndex = this.activeIndex <= 0 ? last : this.activeIndex - 1),
            Enter: () => this.choose(this.found[this.activeIndex]),
            Escape: () => (this.isOpen = false)
        };
        const move = moves[event.key];
        if (!move) return;
        event.preventDefault();
        if (event.key !== 'Escape') this.isOpen = true;
        move();
    }

    /** Before the field loses focus, or the list would close under the pointer. */
    handlePress(event: MouseEvent): void {
        event.preventDefault();
        const { id } = (event.currentTarget as HTMLElement).dataset;
        this.choose(this.found.find((option) => option.id === id));
    }

    private choose(option: SelectedRecord | undefined): void {
        if (!option) return;
        this.isOpen = false;
        const { id, name, object } = option;
        this.dispatchEvent(new CustomEvent<SelectedRecord>('found', { detail: { id, name, object } }));
    }

    private search(term: string): void {
        if (term.length < MIN_LETTERS) return;
        this.variables = { like: `%${term.replace(/[%_\\]/g, '\\$&')}%` };
        this.query = gql`
            ${this.among === 'users' ? usersQuery() : peopleQuery()}
        `;
    }
}
