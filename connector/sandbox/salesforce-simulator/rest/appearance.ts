import type { SObject } from '../schema/types.ts';
import type { Exchange, Handle, Org } from '../api/exchange.ts';

type Json = Record<string, unknown>;

const COLOUR = '706E6B';

/** `GET /tabs`: one tab for each object that has records of its own. */
export const tabs: Handle = (org, exchange) => ({
    status: 200,
    body: shown(org, exchange).map((object) => ({
        colors: colours(),
        custom: object.custom,
        iconUrl: `${exchange.origin}/img/icon/${object.name}.png`,
        icons: icons(exchange, object),
        label: object.labelPlural,
        miniIconUrl: `${exchange.origin}/img/icon/${object.name}16.png`,
        name: object.custom ? object.name : `standard-${object.name}`,
        sobjectName: object.name,
        url: `${exchange.origin}/${object.keyPrefix}/o`
    }))
});

/** `GET /theme`: the icons and colours of the same objects. */
export const theme: Handle = (org, exchange) => ({
    status: 200,
    body: {
        themeItems: shown(org, exchange).map((object) => ({
            colors: colours(),
            icons: icons(exchange, object),
            name: object.name
        }))
    }
});

function shown(org: Org, { caller }: Exchange): SObject[] {
    return org.state.schema.objects.filter(
        (object) =>
            object.flags.layoutable === true && object.flags.createable === true && caller.access.object(object).read
    );
}

function colours(): Json[] {
    return [{ color: COLOUR, context: 'primary', theme: 'theme4' }];
}

function icons({ origin }: Exchange, object: SObject): Json[] {
    const url = `${origin}/img/icon/${object.name}.svg`;
    return [{ contentType: 'image/svg+xml', height: 0, theme: 'theme4', url, width: 0 }];
}
