import type { CatalogueEntry } from '../entry.ts';

/** One record could not be written. */
export const RECORD_ERRORS = {
    'SF-ROW-LOCK': {
        en: {
            sentence: 'The record was locked by somebody else’s change ({seen}).',
            action: 'Nothing to do: it is written again in a moment.'
        },
        fr: {
            sentence: 'L’enregistrement était verrouillé par une autre modification ({seen}).',
            action: 'Rien à faire : il sera écrit de nouveau dans un instant.'
        }
    },
    'SF-RECORD-TROUBLE': {
        en: {
            sentence: 'Salesforce could not save the record, for a reason of its own ({seen}).',
            action: 'Nothing to do: it is tried again by itself.'
        },
        fr: {
            sentence: 'Salesforce n’a pas pu enregistrer, pour une raison qui lui est propre ({seen}).',
            action: 'Rien à faire : un nouvel essai se fait tout seul.'
        }
    },
    'SF-KEY-RACE': {
        en: {
            sentence: 'The same record was being written twice at the same moment ({seen}).',
            action: 'Nothing to do: it is written again and becomes one record.'
        },
        fr: {
            sentence: 'Le même enregistrement était écrit deux fois au même instant ({seen}).',
            action: 'Rien à faire : il est écrit de nouveau et n’en fait qu’un.'
        }
    },
    'SF-PARENT': {
        en: {
            sentence: 'The record that this one belongs to is not in Salesforce yet ({seen}).',
            action: 'Nothing to do if the other record goes through; otherwise correct that one.'
        },
        fr: {
            sentence: 'L’enregistrement auquel celui-ci appartient n’est pas encore dans Salesforce ({seen}).',
            action: 'Rien à faire si l’autre enregistrement passe; sinon, corrigez celui-là.'
        }
    },
    'SF-REFERENCE': {
        en: {
            sentence: 'A person or record that this activity points at is gone, converted or out of reach ({seen}).',
            action: 'Nothing to do: the number is matched again. If it stays, check that the integration user may see the person.'
        },
        fr: {
            sentence:
                'Une personne ou un enregistrement auquel cette activité est liée n’existe plus, a été converti ou est inaccessible ({seen}).',
            action: 'Rien à faire : la recherche de la personne recommence. Si cela reste, vérifiez que l’utilisateur d’intégration peut voir cette personne.'
        }
    },
    'SF-ANSWER-FIELD': {
        en: {
            sentence:
                'An answer does not fit the field that it is mapped to ({seen}); the record was written without it.',
            action: 'Map the question to another field, or change the field: its type, its values, the right to edit it. Then retry.'
        },
        fr: {
            sentence:
                'Une réponse n’entre pas dans le champ qui lui est associé ({seen}); la fiche a été écrite sans elle.',
            action: 'Associez la question à un autre champ, ou modifiez le champ : son type, ses valeurs, le droit de le modifier. Réessayez ensuite.'
        }
    },
    'SF-OWNER-INACTIVE': {
        en: {
            sentence: 'The owner of this activity is inactive in Salesforce ({seen}).',
            action: 'Choose an active fallback owner in the preferences, or activate the user.'
        },
        fr: {
            sentence: 'Le propriétaire de cette activité est inactif dans Salesforce ({seen}).',
            action: 'Choisissez un propriétaire de repli actif dans les préférences, ou activez l’utilisateur.'
        }
    },
    'SF-DUPLICATE-RULE': {
        en: {
            sentence: 'A duplicate rule of the org names a record that exists already ({seen}).',
            action: 'Nothing to do: the record that it names is used. If none is named, give the integration user access to it or relax the rule.'
        },
        fr: {
            sentence: 'Une règle de doublons de l’organisation désigne un enregistrement déjà existant ({seen}).',
            action: 'Rien à faire : l’enregistrement désigné est utilisé. Si aucun ne l’est, donnez-y accès à l’utilisateur d’intégration ou assouplissez la règle.'
        }
    },
    'SF-DUPLICATE-VALUE': {
        en: {
            sentence: 'Another record already has a value that must be unique ({seen}).',
            action: 'Find the other record in Salesforce and correct the value, then retry.'
        },
        fr: {
            sentence: 'Un autre enregistrement a déjà une valeur qui doit être unique ({seen}).',
            action: 'Trouvez l’autre enregistrement dans Salesforce, corrigez la valeur, puis réessayez.'
        }
    },
    'SF-SEVERAL': {
        en: {
            sentence: 'Several Salesforce records carry the same Quo key ({seen}).',
            action: 'Delete the surplus records, or restore the key field’s uniqueness, then retry.'
        },
        fr: {
            sentence: 'Plusieurs enregistrements Salesforce portent la même clé Quo ({seen}).',
            action: 'Supprimez les enregistrements en trop ou rétablissez l’unicité du champ de clé, puis réessayez.'
        }
    },
    'SF-REQUIRED-FIELD': {
        en: {
            sentence: 'The org requires a field that the connector does not fill ({seen}).',
            action: 'Give the field a default value in Salesforce or make it optional for the integration user, then retry.'
        },
        fr: {
            sentence: 'L’organisation exige un champ que le connecteur ne remplit pas ({seen}).',
            action: 'Donnez une valeur par défaut à ce champ dans Salesforce ou rendez-le facultatif pour l’utilisateur d’intégration, puis réessayez.'
        }
    },
    'SF-VALIDATION-RULE': {
        en: {
            sentence: 'A validation rule of the org refuses the record ({seen}).',
            action: 'Exempt the integration user from the rule, then retry.'
        },
        fr: {
            sentence: 'Une règle de validation de l’organisation refuse l’enregistrement ({seen}).',
            action: 'Exemptez l’utilisateur d’intégration de la règle, puis réessayez.'
        }
    },
    'SF-AUTOMATION': {
        en: {
            sentence: 'A flow or a trigger of the org stopped the record ({seen}).',
            action: 'Correct the flow or trigger that the message names, or exempt the integration user, then retry.'
        },
        fr: {
            sentence: 'Un flux ou un déclencheur de l’organisation a arrêté l’enregistrement ({seen}).',
            action: 'Corrigez le flux ou le déclencheur que le message nomme, ou exemptez-en l’utilisateur d’intégration, puis réessayez.'
        }
    },
    'SF-TOO-LONG': {
        en: {
            sentence: 'A value is longer than its Salesforce field ({seen}).',
            action: 'Restore the field’s length as the package installs it, then retry.'
        },
        fr: {
            sentence: 'Une valeur est plus longue que son champ Salesforce ({seen}).',
            action: 'Rétablissez la longueur du champ telle que le paquet l’installe, puis réessayez.'
        }
    },
    'SF-PICKLIST': {
        en: {
            sentence: 'The org does not have this picklist value ({seen}).',
            action: 'Add the value to the picklist or to the record type of the integration user, then retry.'
        },
        fr: {
            sentence: 'L’organisation n’a pas cette valeur de liste de sélection ({seen}).',
            action: 'Ajoutez la valeur à la liste ou au type d’enregistrement de l’utilisateur d’intégration, puis réessayez.'
        }
    },
    'SF-BAD-VALUE': {
        en: {
            sentence: 'Salesforce does not accept a value of this record ({seen}).',
            action: 'Check the type of the field that the message names, then retry.'
        },
        fr: {
            sentence: 'Salesforce n’accepte pas une valeur de cet enregistrement ({seen}).',
            action: 'Vérifiez le type du champ que le message nomme, puis réessayez.'
        }
    },
    'SF-RECORD-RIGHT': {
        en: {
            sentence: 'The integration user may not write this record ({seen}).',
            action: 'Give it create and edit access to the object and to the related records; the check list says which.'
        },
        fr: {
            sentence: 'L’utilisateur d’intégration n’a pas le droit d’écrire cet enregistrement ({seen}).',
            action: 'Accordez-lui la création et la modification sur l’objet et sur les enregistrements liés; la liste de vérification dit lesquels.'
        }
    },
    'SF-DELETE-RIGHT': {
        en: {
            sentence: 'The integration user may not delete an activity that is no longer wanted ({seen}).',
            action: 'Let it delete its own tasks, or delete them by hand in Salesforce.'
        },
        fr: {
            sentence:
                'L’utilisateur d’intégration n’a pas le droit de supprimer une activité devenue inutile ({seen}).',
            action: 'Permettez-lui de supprimer ses propres tâches, ou supprimez-les à la main dans Salesforce.'
        }
    },
    'SF-REFUSED': {
        en: {
            sentence: 'Salesforce refused this record ({seen}).',
            action: 'Correct what the message names, then retry.'
        },
        fr: {
            sentence: 'Salesforce a refusé cet enregistrement ({seen}).',
            action: 'Corrigez ce que le message nomme, puis réessayez.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
