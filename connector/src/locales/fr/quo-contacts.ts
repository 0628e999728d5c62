import type { Translation } from '../translation.ts';
import type { QUO_CONTACTS as ENGLISH } from '../en/quo-contacts.ts';

export const QUO_CONTACTS: Translation<typeof ENGLISH> = {
    phones: {
        Phone: 'Téléphone',
        MobilePhone: 'Mobile',
        HomePhone: 'Domicile',
        OtherPhone: 'Autre',
        AssistantPhone: 'Adjoint',
        PersonMobilePhone: 'Mobile',
        PersonHomePhone: 'Domicile',
        PersonOtherPhone: 'Autre',
        PersonAssistantPhone: 'Adjoint'
    },
    owner: 'Resp. : {owner}'
};
