import { api, LightningElement, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { count, lookup as labels, say } from 'c/quoLabels';
import { showNumber } from 'c/quoLinks';
import { afterQuiet } from 'c/quoPulse';
import { peopleQuery, usersQuery } from 'c/quoQueries';

const SHORTEST = 2;
const TYPING_PAUSE = 300;

type ObjectName = 'Contact' | 'Lead' | 'Account' | 'User';

/** What `found` carries. */
export interface Found {
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
interface Answer {
    readonly uiapi?: {
        readonly query?: Partial<
            Record<ObjectName, { readonly edges?: readonly { readonly node: FoundNode }[] } | null>
        >;
    };
}

interface Option extends Found {
    readonly domId: string;
    readonly icon: string;
    readonly meta: string;
    readonly css: string;
    readonly selected: string;
}

const LOOKS: Readonly<Record<ObjectName, { readonly icon: string; readonly label: string }>> = {
    Contact: { icon: 'standard:contact', label: labels.contact },
    Lead: { icon: 'standard:lead', label: labels.lead },
    Account: { icon: 'standard:account', label: labels.account },
    User: { icon: 'standard:user', label: labels.user }
};
const OBJECTS = Object.keys(LOOKS) as ObjectName[];

function optionOf(object: ObjectName, node: FoundNode): Omit<Option, 'css' | 'selected'> {
    const { icon, label } = LOOKS[object];
    const about = [node.Title?.value, node.Account?.Name?.value ?? node.Company?.value, showNumber(node.Phone?.value)];
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

    private readonly askSoon = afterQuiet<string>(TYPING_PAUSE, (term) => this.ask(term));

    @wire(graphql, { query: '$query', variables: '$variables' })
    onFound({ data, errors }: GraphQLResult<Answer>): void {
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
        return this.term.length >= SHORTEST;
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
        if (this.found.length === 0) return say(labels.noResults, this.term);
        return count(labels.resultsOne, labels.results, this.found.length);
    }

    @api focus(): void {
        this.template?.querySelector('input')?.focus();
    }

    handleInput(event: Event): void {
        this.term = (event.target as HTMLInputElement).value.trim();
        this.found = [];
        this.isOpen = true;
        this.isSearching = this.isTermLong;
        this.askSoon(this.term);
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

    private choose(option: Found | undefined): void {
        if (!option) return;
        this.isOpen = false;
        const { id, name, object } = option;
        this.dispatchEvent(new CustomEvent<Found>('found', { detail: { id, name, object } }));
    }

    private ask(term: string): void {
        if (term.length < SHORTEST) return;
        this.variables = { like: `%${term.replace(/[%_\\]/g, '\\$&')}%` };
        this.query = gql`
            ${this.among === 'users' ? usersQuery() : peopleQuery()}
        `;
    }
}
