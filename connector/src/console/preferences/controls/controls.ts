import type { Entry, Kind } from '../../../domain/preferences/kinds.ts';
import type { PreferenceOptions } from '../../../application/preferences/model.ts';
import type { Form } from '../../../web/auth/forms.ts';
import type { Part } from '../../../web/html.ts';
import { contactFilterControl } from './contact-filter.ts';
import type { Control, FieldView } from './control.ts';
import { fieldDefaultsControl } from './field-defaults.ts';
import { inboxZonesControl } from './inbox-zones.ts';
import { inboxesControl } from './inboxes.ts';
import { inboxOwnersControl, ownerControl } from './owners.ts';
import { phoneFieldsControl } from './phone-fields.ts';
import { choiceControl, listControl, numberControl, switchControl, textControl } from './simple.ts';
import { sonaFieldsControl } from './sona-fields.ts';
import { userPairsControl } from './user-pairs.ts';

const CONTROLS: { readonly [K in Kind]: Control<K> } = {
    switch: switchControl,
    choice: choiceControl,
    text: textControl,
    number: numberControl,
    list: listControl,
    owner: ownerControl,
    'inbox-owners': inboxOwnersControl,
    'inbox-zones': inboxZonesControl,
    'user-pairs': userPairsControl,
    inboxes: inboxesControl,
    'phone-fields': phoneFieldsControl,
    'sona-fields': sonaFieldsControl,
    'contact-filter': contactFilterControl,
    'field-defaults': fieldDefaultsControl
};

/** A control whose kind is only known while it runs: what goes into it came out of the same one. */
interface AnyControl extends Pick<Control<Kind>, 'isWide' | 'anchor'> {
    fill(value: unknown): unknown;
    read(form: Form, key: string, now: unknown, options: PreferenceOptions): unknown;
    value(state: unknown, entry: Entry): unknown;
    field(view: Omit<FieldView<Kind>, 'entry' | 'state'> & { readonly entry: Entry; readonly state: unknown }): Part;
}

export function controlOf({ kind }: Entry): AnyControl {
    return CONTROLS[kind];
}
