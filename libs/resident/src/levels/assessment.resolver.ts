import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SCALE_IDS, SCALES, type Answers, type Background } from '@yibu/assessment';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import { Assessment } from './assessment.graphql.js';
import {
  AssessmentReasonInput,
  AssessmentVersionInput,
  ExternalResultInput,
  SaveAssessmentInput,
  StartAssessmentInput,
  type BackgroundInput,
} from './assessment.inputs.js';
import { AssessmentReader } from './assessment.reader.js';
import { AssessmentService } from './assessment.service.js';
import { ExternalResultService } from './external-result.service.js';
import { AbilityForm, AssessmentScale, toAbilityForm, toScale } from './form.graphql.js';

@Resolver(() => Assessment)
export class AssessmentResolver {
  constructor(
    private readonly reader: AssessmentReader,
    private readonly service: AssessmentService,
    private readonly external: ExternalResultService,
  ) {}

  @Query(() => AbilityForm)
  @Allow('assessment.read')
  abilityForm(): AbilityForm {
    return toAbilityForm();
  }

  @Query(() => [AssessmentScale])
  @Allow('assessment.read')
  assessmentScales(): AssessmentScale[] {
    return SCALE_IDS.map((id) => toScale(SCALES[id]));
  }

  @Query(() => Assessment)
  @Allow('assessment.read')
  async assessment(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Assessment> {
    return await this.reader.byId(scope, id);
  }

  @Query(() => [Assessment], { description: 'All reports of a resident, newest first.' })
  @Allow('assessment.read')
  async assessments(
    @CurrentScope() scope: Scope,
    @Args('residentId', { type: () => ID }) residentId: string,
  ): Promise<Assessment[]> {
    return await this.reader.ofResident(scope, residentId);
  }

  @Mutation(() => Assessment)
  @Allow('assessment.write')
  async startAssessment(
    @CurrentScope() scope: Scope,
    @Args('input') input: StartAssessmentInput,
  ): Promise<Assessment> {
    return await this.reader.show(scope, await this.service.start(scope, input));
  }

  @Mutation(() => Assessment)
  @Allow('assessment.write')
  async saveAssessment(
    @CurrentScope() scope: Scope,
    @Args('input') input: SaveAssessmentInput,
  ): Promise<Assessment> {
    const answers: Answers = Object.fromEntries(
      input.answers.map(({ itemId, optionId }) => [itemId, optionId]),
    );
    const draft = { ...input, answers, background: toBackground(input.background) };
    const saved = await this.service.save(scope, { ...draft, place: input.place ?? null });
    return await this.reader.show(scope, saved);
  }

  @Mutation(() => Assessment, { description: 'First signature, or the second by another person.' })
  @Allow('assessment.write')
  async signAssessment(
    @CurrentScope() scope: Scope,
    @Args('input') input: AssessmentVersionInput,
  ): Promise<Assessment> {
    return await this.reader.show(scope, await this.service.sign(scope, input));
  }

  @Mutation(() => Assessment, { description: 'Back to the form; the first signature falls.' })
  @Allow('assessment.write')
  async reopenAssessment(
    @CurrentScope() scope: Scope,
    @Args('input') input: AssessmentReasonInput,
  ): Promise<Assessment> {
    return await this.reader.show(scope, await this.service.reopen(scope, input));
  }

  @Mutation(() => Assessment)
  @Allow('assessment.write')
  async discardAssessment(
    @CurrentScope() scope: Scope,
    @Args('input') input: AssessmentReasonInput,
  ): Promise<Assessment> {
    return await this.reader.show(scope, await this.service.discard(scope, input));
  }

  @Mutation(() => Assessment, { description: 'A result on somebody else’s paper, as it stands.' })
  @Allow('assessment.write')
  async enterExternalResult(
    @CurrentScope() scope: Scope,
    @Args('input') input: ExternalResultInput,
  ): Promise<Assessment> {
    return await this.reader.show(scope, await this.external.enter(scope, input));
  }
}

/** Fields without a value are left out: an emptied field is an unanswered one. */
function toBackground(entries: readonly BackgroundInput[]): Background {
  return Object.fromEntries(
    entries.flatMap(({ fieldId, text, number, ticks, medications }) => {
      const value = text ?? number ?? ticks ?? medications ?? null;
      return value === null ? [] : [[fieldId, value]];
    }),
  );
}
