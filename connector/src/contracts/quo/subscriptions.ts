/** A webhook of the workspace. */
export interface Subscription {
    readonly id: string;
    readonly url: string;
    readonly enabled: boolean;
    readonly events: readonly string[];
    readonly label?: string | undefined;
}

export interface NewSubscription {
    readonly url: string;
    /** What admins see in Quo. */
    readonly label: string;
}

export interface Organization {
    /** `OR…` */
    readonly id: string;
    readonly name?: string | undefined;
    /** Whether the Quo subscription is paid up; absent: not told. */
    readonly active?: boolean | undefined;
}

/** Where the workspace sends its events, and whose workspace it is. Every method throws `CodedError`s of the catalogue. */
export interface Subscriptions {
    /** The cheapest question that only a good key answers. */
    organization(): Promise<Organization>;
    list(): Promise<readonly Subscription[]>;
    /**
     * Makes the workspace send everything that the connector logs to `url`; a webhook that already does is used again.
     *
     * @returns the signing key, which Quo tells only now; one that was valid before may stop being so
     */
    create(wanted: NewSubscription): Promise<{ readonly subscription: Subscription; readonly key: string }>;
    /** @returns the new signing key */
    rotate(id: string): Promise<string>;
    /** One that is gone already counts as removed. */
    remove(id: string): Promise<void>;
    /**
     * Asks Quo for a signed sample, which arrives like any delivery and is read as `ignored`.
     *
     * @returns the sample's event id, the same for every test
     */
    sendTest(id: string, eventType: string): Promise<string | undefined>;
}
