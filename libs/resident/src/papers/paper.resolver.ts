import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import { ResidentDesk } from '../person/resident-desk.service.js';
import { Resident } from '../person/resident.graphql.js';
import { toResident } from '../person/resident.view.js';
import { AgreementService } from './agreement.service.js';
import { CategoryService } from './category.service.js';
import { ConsentService } from './consent.service.js';
import { ContactService } from './contact.service.js';
import { DocumentService } from './document.service.js';
import {
  AddCategoryInput,
  AddContactInput,
  AddDocumentInput,
  AgreementDraftInput,
  Consent,
  RecordConsentsInput,
  RemoveDocumentInput,
  ResidentCategory,
  ResidentContact,
  ResidentDocument,
  ServiceAgreement,
  SignAgreementInput,
  TakeBackInput,
  UpdateAgreementInput,
  UpdateCategoryInput,
  UpdateContactInput,
  WithdrawConsentInput,
} from './paper.graphql.js';
import { PaperDesk } from './paper-desk.service.js';

/** Every change answers with the resident, so that a screen shows the whole file anew. */
@Resolver(() => Resident)
export class PaperResolver {
  constructor(
    private readonly desk: ResidentDesk,
    private readonly papers: PaperDesk,
    private readonly contactService: ContactService,
    private readonly categoryService: CategoryService,
    private readonly consentService: ConsentService,
    private readonly agreementService: AgreementService,
    private readonly documentService: DocumentService,
  ) {}

  @ResolveField(() => [ResidentContact])
  async contacts(
    @CurrentScope() scope: Scope,
    @Parent() resident: Resident,
  ): Promise<ResidentContact[]> {
    return await this.papers.contacts(scope, resident);
  }

  @ResolveField(() => [ResidentCategory])
  async categories(
    @CurrentScope() scope: Scope,
    @Parent() resident: Resident,
  ): Promise<ResidentCategory[]> {
    return await this.papers.categories(scope, resident.id);
  }

  @ResolveField(() => [Consent])
  async consents(@CurrentScope() scope: Scope, @Parent() resident: Resident): Promise<Consent[]> {
    return await this.papers.consents(scope, resident.id);
  }

  @ResolveField(() => [ServiceAgreement])
  async agreements(
    @CurrentScope() scope: Scope,
    @Parent() resident: Resident,
  ): Promise<ServiceAgreement[]> {
    return await this.papers.agreements(scope, resident.id);
  }

  @ResolveField(() => [ResidentDocument])
  async documents(
    @CurrentScope() scope: Scope,
    @Parent() resident: Resident,
  ): Promise<ResidentDocument[]> {
    return await this.papers.documents(scope, resident.id);
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async addResidentContact(
    @CurrentScope() scope: Scope,
    @Args('input') input: AddContactInput,
  ): Promise<Resident> {
    const { residentId, ...draft } = input;
    return await this.show(scope, await this.contactService.add(scope, residentId, draft));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async updateResidentContact(
    @CurrentScope() scope: Scope,
    @Args('input') input: UpdateContactInput,
  ): Promise<Resident> {
    const { id, version, ...draft } = input;
    return await this.show(scope, await this.contactService.update(scope, { id, version }, draft));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async removeResidentContact(
    @CurrentScope() scope: Scope,
    @Args('input') input: TakeBackInput,
  ): Promise<Resident> {
    return await this.show(scope, await this.contactService.remove(scope, input));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async addResidentCategory(
    @CurrentScope() scope: Scope,
    @Args('input') input: AddCategoryInput,
  ): Promise<Resident> {
    const { residentId, ...draft } = input;
    return await this.show(scope, await this.categoryService.add(scope, residentId, draft));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async updateResidentCategory(
    @CurrentScope() scope: Scope,
    @Args('input') input: UpdateCategoryInput,
  ): Promise<Resident> {
    const { id, version, reason, ...draft } = input;
    const at = { id, version, reason };
    return await this.show(scope, await this.categoryService.update(scope, at, draft));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async voidResidentCategory(
    @CurrentScope() scope: Scope,
    @Args('input') input: TakeBackInput,
  ): Promise<Resident> {
    return await this.show(scope, await this.categoryService.void(scope, input));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async recordConsents(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordConsentsInput,
  ): Promise<Resident> {
    const { residentId, consents } = input;
    return await this.show(scope, await this.consentService.record(scope, residentId, consents));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async withdrawConsent(
    @CurrentScope() scope: Scope,
    @Args('input') input: WithdrawConsentInput,
  ): Promise<Resident> {
    return await this.show(scope, await this.consentService.withdraw(scope, input));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async signServiceAgreement(
    @CurrentScope() scope: Scope,
    @Args('input') input: SignAgreementInput,
  ): Promise<Resident> {
    const draft = withClauses(input);
    return await this.show(scope, await this.agreementService.sign(scope, input.residentId, draft));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async updateServiceAgreement(
    @CurrentScope() scope: Scope,
    @Args('input') input: UpdateAgreementInput,
  ): Promise<Resident> {
    const draft = withClauses(input);
    return await this.show(scope, await this.agreementService.update(scope, input, draft));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async addResidentDocument(
    @CurrentScope() scope: Scope,
    @Args('input') input: AddDocumentInput,
  ): Promise<Resident> {
    return await this.show(scope, await this.documentService.add(scope, input.residentId, input));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async removeResidentDocument(
    @CurrentScope() scope: Scope,
    @Args('input') input: RemoveDocumentInput,
  ): Promise<Resident> {
    return await this.show(scope, await this.documentService.remove(scope, input.id, input.reason));
  }

  private async show(scope: Scope, residentId: string): Promise<Resident> {
    return toResident(await this.desk.get(scope, residentId));
  }
}

function withClauses<Draft extends AgreementDraftInput>(
  draft: Draft,
): Omit<Draft, 'clauses'> & { clauses: Record<string, string> } {
  const clauses = Object.fromEntries(draft.clauses.map(({ clause, text }) => [clause, text]));
  return { ...draft, clauses };
}
