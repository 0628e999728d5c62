import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { getObjectInfos, type ObjectInfosResult } from 'lightning/uiObjectInfoApi';
import { explainError, type Problem } from 'c/quoErrors';
import { errors as errorLabels, lookup as labels, fillLabel, fillPlural, joinList } from 'c/quoLabels';
import { debounce } from 'c/quoPolling';
import { peopleQuery, usersQuery } from 'c/quoQueries';
import { ASSUME_ALL, QUERIED_OBJECTS, readAccessOf, type ReadAccess } from 'c/quoReadAccess';
import { pluralOf, readResult, SEARCHED } from './searchResults';
import type { FoundRecord, ObjectName, SearchResponse, SelectedRecord } from './searchResults';

export type { SelectedRecord } from './searchResults';

const MIN_LETTERS = 2;
const TYPING_PAUSE_MS = 300;

interface Option extends FoundRecord {
    readonly css: string;
    readonly selected: string;
}

/** Finds a person, a company or a colleague by name: the combobox of the design system, over records. */
export default class QuoLookup extends LightningElement {
    labels = labels;

    /** `people` (contacts, leads, accounts) or `users`. */
    @api among: 'people' | 'users' = 'people';
    @api label = labels.searchPeople;

    queriedObjects = QUERIED_OBJECTS;
    term = '';
    query?: unknown;
    variables?: Readonly<Record<string, unknown>>;
    isOpen = false;
    isSearching = false;
    activeIndex = -1;
    private found: readonly FoundRecord[] = [];
    private failed: readonly ObjectName[] = [];
    private problem?: Problem;
    private access?: ReadAccess;

    private readonly searchSoon = debounce<string>(TYPING_PAUSE_MS, (term) => this.search(term));

    @wire(getObjectInfos, { objectApiNames: '$queriedObjects' })
    onObjectInfos({ data, error }: ObjectInfosResult): void {
        if (!data && !error) return;
        this.access = data ? readAccessOf(data) : ASSUME_ALL;
        if (this.isSearching) this.search(this.term);
    }

    @wire(graphql, { query: '$query', variables: '$variables' })
    onFound({ data, errors }: GraphQLResult<SearchResponse>): void {
        if (!this.query || (!data && !errors)) return;
        const { found, failed } = readResult(data, this.searched);
        this.isSearching = false;
        this.activeIndex = -1;
        this.found = found;
        this.failed = failed;
        this.problem = failed.length > 0 ? explainError(errors) : undefined;
    }

    /** The objects that this user may search. */
    private get searched(): readonly ObjectName[] {
        return SEARCHED[this.among].filter((object) => (this.access ?? ASSUME_ALL).reads(object));
    }

    private get notSearched(): readonly ObjectName[] {
        return SEARCHED[this.among].filter((object) => !this.searched.includes(object));
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

    /** One line of words: what to do, what is happening, how many were found, and where nothing was looked for. */
    get statusText(): string {
        if (!this.isTermLong) return labels.typeMore;
        if (this.isSearching) return labels.searching;
        const { notSearched } = this;
        const limits = notSearched.length > 0 ? fillLabel(labels.notSearched, joinList(notSearched.map(pluralOf))) : '';
        return [...this.outcomeTexts, limits].filter(Boolean).join(' · ');
    }

    private get outcomeTexts(): readonly string[] {
        const { found, failed, problem } = this;
        const count = found.length > 0 ? [fillPlural(labels.results, found.length)] : [];
        if (problem) {
            const detail = problem.detail ? fillLabel(errorLabels.detail, problem.detail) : '';
            const failure = fillLabel(labels.failed, joinList(failed.map(pluralOf)));
            return [...count, [failure, problem.sentence, problem.remedy, detail].filter(Boolean).join(' ')];
        }
        if (this.searched.length === 0) return [];
        return found.length > 0 ? count : [fillLabel(labels.noResults, this.term)];
    }

    @api focus(): void {
        this.template?.querySelector('input')?.focus();
    }

    handleInput(event: Event): void {
        this.term = (event.target as HTMLInputElement).value.trim();
        this.found = [];
        this.failed = [];
        this.problem = undefined;
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

    /** Waits for the org to say what may be searched; it is asked as soon as that is known. */
    private search(term: string): void {
        if (term.length < MIN_LETTERS || !this.access) return;
        const text = this.among === 'users' ? usersQuery(this.access) : peopleQuery(this.access);
        if (text === undefined) {
            this.isSearching = false;
            return;
        }
        this.variables = { like: `%${term.replace(/[%_\\]/g, '\\$&')}%` };
        this.query = gql`
            ${text}
        `;
    }
}
