import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Scope } from '@yibu/platform';

import { AGREEMENT_CLAUSES } from '../resident.codes.js';
import { openClauses } from './agreement.service.js';
import { ContactService } from './contact.service.js';
import {
  ConsentEntity,
  ResidentCategoryEntity,
  ResidentDocumentEntity,
  ServiceAgreementEntity,
} from './paper.entities.js';
import type {
  Consent,
  ResidentCategory,
  ResidentContact,
  ResidentDocument,
  ServiceAgreement,
} from './paper.graphql.js';
import { papersOf } from './paper.store.js';

/** The papers of one person as the file shows them. */
@Injectable()
export class PaperDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contactService: ContactService,
  ) {}

  async contacts(
    scope: Scope,
    resident: { readonly id: string; readonly centerId: string },
  ): Promise<ResidentContact[]> {
    const rows = await this.contactService.list(this.unitOfWork.read(scope), resident);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      relation: row.relation,
      phone: row.phone,
      idNumberMasked: row.idLast4 === null ? null : row.idLast4.padStart(18, '*'),
      address: row.address,
      isEmergency: row.isEmergency,
      isSigner: row.isSigner,
      isPayer: row.isPayer,
      isGuardian: row.isGuardian,
      guardianBasis: row.guardianBasis,
      note: row.note,
      version: row.version,
    }));
  }

  async categories(scope: Scope, residentId: string): Promise<ResidentCategory[]> {
    const rows = await papersOf(this.unitOfWork.read(scope), ResidentCategoryEntity, residentId);
    return rows.map(({ id, code, fromOn, untilOn, evidence, voidedAt, version }) => ({
      id,
      code,
      fromOn,
      untilOn,
      evidence,
      isVoided: voidedAt !== null,
      version,
    }));
  }

  async consents(scope: Scope, residentId: string): Promise<Consent[]> {
    const rows = await papersOf(this.unitOfWork.read(scope), ConsentEntity, residentId);
    return rows.map((row) => ({
      id: row.id,
      purpose: row.purpose,
      basis: row.basis,
      textVersion: row.textVersion,
      isGiven: row.isGiven,
      signer: row.signer,
      relation: row.relation,
      signedOn: row.signedOn,
      withdrawnOn: row.withdrawnOn,
      version: row.version,
    }));
  }

  async agreements(scope: Scope, residentId: string): Promise<ServiceAgreement[]> {
    const rows = await papersOf(this.unitOfWork.read(scope), ServiceAgreementEntity, residentId);
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      signedOn: row.signedOn,
      fromOn: row.fromOn,
      untilOn: row.untilOn,
      signer: row.signer,
      relation: row.relation,
      clauses: AGREEMENT_CLAUSES.flatMap((clause) => {
        const text = row.clauses[clause];
        return text === undefined ? [] : [{ clause, text }];
      }),
      openClauses: openClauses(row.clauses),
      version: row.version,
    }));
  }

  async documents(scope: Scope, residentId: string): Promise<ResidentDocument[]> {
    const rows = await papersOf(this.unitOfWork.read(scope), ResidentDocumentEntity, residentId);
    return rows
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id, type, numberLast4, validUntil, isFormer }) => ({
        id,
        type,
        numberMasked: `*****${numberLast4}`,
        validUntil,
        isFormer,
      }));
  }
}
