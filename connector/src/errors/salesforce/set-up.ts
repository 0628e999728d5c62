import type { CatalogueEntry } from '../entry.ts';

/** What an admin has to put right in the org. */
export const SET_UP_ERRORS = {
    'SF-NOT-SEARCHED': {
        en: {
            sentence: 'Salesforce does not let a query look for {seen}, for instance because the field is encrypted.',
            action: 'Nothing to do where the directory is fresh: its numbers are matched. A number typed within the last minutes is found at the next refresh. Use deterministic encryption to have it found at once.'
        },
        fr: {
            sentence: 'Salesforce ne permet pas de chercher dans {seen}, par exemple parce que le champ est chiffré.',
            action: 'Rien à faire si le répertoire est à jour : ses numéros sont reconnus. Un numéro saisi dans les dernières minutes est trouvé à la prochaine actualisation. Choisissez le chiffrement déterministe pour qu’il le soit aussitôt.'
        }
    },
    'SF-PACKAGE-MISSING': {
        en: {
            sentence: 'The Quo package is not installed in this org, or under another namespace ({seen}).',
            action: 'Install the package, and set SALESFORCE_NAMESPACE to its namespace (leave it out when the fields carry no prefix).'
        },
        fr: {
            sentence:
                'Le paquet Quo n’est pas installé dans cette organisation, ou l’est sous un autre espace de noms ({seen}).',
            action: 'Installez le paquet et définissez SALESFORCE_NAMESPACE selon son espace de noms (ne la définissez pas si les champs n’ont pas de préfixe).'
        }
    },
    'SF-PACKAGE-OLD': {
        en: {
            sentence: 'The installed Quo package lacks fields that this connector writes ({seen}).',
            action: 'Upgrade the package in Salesforce.'
        },
        fr: {
            sentence: 'Il manque au paquet Quo installé des champs que ce connecteur écrit ({seen}).',
            action: 'Mettez le paquet à niveau dans Salesforce.'
        }
    },
    'SF-PACKAGE-HIDDEN': {
        en: {
            sentence: 'The Quo package is installed, but the integration user does not see what it brings ({seen}).',
            action: 'Assign the permission set Quo_Integration to the integration user: Setup → Permission Sets → Quo Integration → Manage Assignments. Then check again.'
        },
        fr: {
            sentence:
                'Le paquet Quo est installé, mais l’utilisateur d’intégration ne voit pas ce qu’il apporte ({seen}).',
            action: 'Attribuez l’ensemble d’autorisations Quo_Integration à l’utilisateur d’intégration : Configuration → Ensembles d’autorisations → Quo Integration → Gérer les attributions. Puis vérifiez de nouveau.'
        }
    },
    'SF-FIELD-HIDDEN': {
        en: {
            sentence: 'The integration user does not see fields that the Quo package brings ({seen}).',
            action: 'Assign the permission set Quo_Integration to the integration user, then check again. If it has it already, upgrade the package.'
        },
        fr: {
            sentence: 'L’utilisateur d’intégration ne voit pas des champs que le paquet Quo apporte ({seen}).',
            action: 'Attribuez l’ensemble d’autorisations Quo_Integration à l’utilisateur d’intégration, puis vérifiez de nouveau. S’il l’a déjà, mettez le paquet à niveau.'
        }
    },
    'SF-EDITION': {
        en: {
            sentence: 'This edition of Salesforce has no API of its own ({seen}).',
            action: 'It works as long as Salesforce lets this app in. If calls stop being written, change to Enterprise, Unlimited or Performance, or to Professional with the API add-on.'
        },
        fr: {
            sentence: 'Cette édition de Salesforce n’a pas d’API à elle ({seen}).',
            action: 'Cela marche tant que Salesforce laisse entrer cette application. Si les appels ne s’écrivent plus, passez à Enterprise, Unlimited ou Performance, ou à Professional avec le module API.'
        }
    },
    'SF-OBJECT-MISSING': {
        en: {
            sentence: 'The org does not have, or does not show, this object ({seen}).',
            action: 'Install or upgrade the Quo package, and assign its integration permission set to the integration user.'
        },
        fr: {
            sentence: 'L’organisation n’a pas, ou ne montre pas, cet objet ({seen}).',
            action: 'Installez le paquet Quo ou mettez-le à niveau, et attribuez son ensemble d’autorisations d’intégration à l’utilisateur d’intégration.'
        }
    },
    'SF-FILTER-FIELD': {
        en: {
            sentence:
                'The filter of people names a field that the org does not have, does not show or cannot filter by ({seen}), so nobody is put into Quo.',
            action: 'Correct the name in the filter (Preferences), or give the integration user access to the field. Whoever is in Quo stays there, and whoever calls is shown.'
        },
        fr: {
            sentence:
                'Le filtre des personnes nomme un champ que l’organisation n’a pas, ne montre pas ou ne sait pas filtrer ({seen}); personne n’est donc mis dans Quo.',
            action: 'Corrigez le nom dans le filtre (Préférences), ou donnez à l’utilisateur d’intégration l’accès au champ. Qui est dans Quo y reste, et qui appelle est affiché.'
        }
    },
    'SF-FIELD-MISSING': {
        en: {
            sentence: 'The org does not have, or does not show, this field ({seen}).',
            action: 'Install or upgrade the Quo package, and assign its integration permission set to the integration user.'
        },
        fr: {
            sentence: 'L’organisation n’a pas, ou ne montre pas, ce champ ({seen}).',
            action: 'Installez le paquet Quo ou mettez-le à niveau, et attribuez son ensemble d’autorisations d’intégration à l’utilisateur d’intégration.'
        }
    },
    'SF-FIELD-RIGHT': {
        en: {
            sentence: 'The integration user may not write this field ({seen}).',
            action: 'Assign the Quo integration permission set to the integration user, with edit access to the field.'
        },
        fr: {
            sentence: 'L’utilisateur d’intégration n’a pas le droit d’écrire ce champ ({seen}).',
            action: 'Attribuez à l’utilisateur d’intégration l’ensemble d’autorisations d’intégration de Quo, avec la modification du champ.'
        }
    },
    'SF-OBJECT-RIGHT': {
        en: {
            sentence: 'The integration user lacks a right on an object ({seen}).',
            action: 'Add the right to its permission set; unpackaged/ holds one that can be deployed as it is.'
        },
        fr: {
            sentence: 'Il manque à l’utilisateur d’intégration un droit sur un objet ({seen}).',
            action: 'Ajoutez ce droit à son ensemble d’autorisations; unpackaged/ en contient un qui peut être déployé tel quel.'
        }
    },
    'SF-FIELD-UNREAD': {
        en: {
            sentence: 'The integration user does not see a field that the connector reads ({seen}).',
            action: 'Give it read access, or leave it: people are then found without this field.'
        },
        fr: {
            sentence: 'L’utilisateur d’intégration ne voit pas un champ que le connecteur lit ({seen}).',
            action: 'Donnez-lui la lecture, ou laissez ainsi : les personnes seront alors trouvées sans ce champ.'
        }
    },
    'SF-KEY-NOT-UNIQUE': {
        en: {
            sentence: 'The key field is not a unique external id ({seen}).',
            action: 'Restore the field as the package installs it: External ID and Unique.'
        },
        fr: {
            sentence: 'Le champ de clé n’est pas un identifiant externe unique ({seen}).',
            action: 'Rétablissez le champ tel que le paquet l’installe : ID externe et Unique.'
        }
    },
    'SF-NO-CLOSED-STATUS': {
        en: {
            sentence: 'The org has no task status that counts as closed ({seen}).',
            action: 'In Salesforce, mark one value of the picklist Task → Status as closed.'
        },
        fr: {
            sentence: 'L’organisation n’a aucun statut de tâche considéré comme fermé ({seen}).',
            action: 'Dans Salesforce, marquez une valeur de la liste Tâche → Statut comme fermée.'
        }
    },
    'SF-STORAGE': {
        en: {
            sentence: 'The org has no data storage left ({seen}).',
            action: 'Free storage in Salesforce or buy more: Setup → Storage Usage.'
        },
        fr: {
            sentence: 'L’organisation n’a plus d’espace de stockage de données ({seen}).',
            action: 'Libérez de l’espace dans Salesforce ou achetez-en : Configuration → Utilisation du stockage.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
