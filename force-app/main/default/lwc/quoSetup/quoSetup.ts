import { api, LightningElement, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getObjectInfos, type ObjectInfosResult } from 'lightning/uiObjectInfoApi';
import { explainError, type Problem } from 'c/quoErrors';
import { errors as errorLabels, setup as labels, timeline } from 'c/quoLabels';
import { startPolling } from 'c/quoPolling';
import { connectionsQuery } from 'c/quoQueries';
import { readAccessOf } from 'c/quoReadAccess';
import { OBJECTS } from 'c/quoSchema';
import { readConnectors, type ConnectionsResponse, type Connector } from './connector';
import { setupSteps, type Step } from './steps';

/** What of Quo is connected to this org, by the connector's own word, and what is left to do. */
export default class QuoSetup extends NavigationMixin(LightningElement) {
    labels = labels;
    errorLabels = errorLabels;
    refreshLabel = timeline.refresh;
    objects = [OBJECTS.connection];
    query?: unknown;
    isLoading = true;
    isForOthers = false;
    problem?: Problem;
    connectors: readonly Connector[] = [];

    private _refresh?: () => Promise<void>;
    private _stopPolling?: () => void;
    private _refreshId?: number;

    @wire(getObjectInfos, { objectApiNames: '$objects' })
    onObjectInfos({ data, error }: ObjectInfosResult): void {
        if (this.query || (!data && !error)) return;
        this.isForOthers = data !== undefined && !readAccessOf(data, this.objects).reads(OBJECTS.connection);
        if (this.isForOthers) this.isLoading = false;
        else
            this.query = gql`
                ${connectionsQuery()}
            `;
    }

    @wire(graphql, { query: '$query', operationName: 'quoConnections' })
    onConnections({ data, errors, refresh }: GraphQLResult<ConnectionsResponse>): void {
        if (!this.query || (!data && !errors)) return;
        this._refresh = refresh;
        this.isLoading = false;
        const connectors = readConnectors(data, Date.now());
        this.problem = connectors ? undefined : explainError(errors);
        this.connectors = connectors ?? this.connectors;
    }

    connectedCallback(): void {
        this._stopPolling = startPolling(() => this.refresh());
        this._refreshId = registerRefreshHandler(this, () => this.refresh());
    }

    disconnectedCallback(): void {
        this._stopPolling?.();
        if (this._refreshId !== undefined) unregisterRefreshHandler(this._refreshId);
    }

    get isShown(): boolean {
        return !this.isLoading && !this.isForOthers && !this.problem;
    }

    get hasConnectors(): boolean {
        return this.connectors.length > 0;
    }

    get steps(): readonly Step[] {
        return setupSteps(this.connectors[0]);
    }

    @api async refresh(): Promise<void> {
        await this._refresh?.();
    }

    handleRefresh(): void {
        this.refresh();
    }

    handleSetup(event: Event): void {
        const { url } = (event.currentTarget as HTMLElement).dataset;
        this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url } });
    }
}
