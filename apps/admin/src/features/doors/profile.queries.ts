import { graphql } from '../../api/graphql.js';

export const PROFILE = graphql(`
  query CenterProfile($centerId: ID!) {
    centerProfile(centerId: $centerId) {
      centerId
      version
      uscc
      legalForm
      registrar
      unitLevel
      founder
      operatingState
      principalName
      principalPhone
      areaCode
      areaName
      location
      longitude
      latitude
      landAreaM2
      premises
      isDestituteSupport
      isGloryHome
      isStreetCenter
      isLongTermCareDesignated
      isMedicalDesignated
      internalMedical
      contractedMedical
      contractedMedicalName
      preferences
      chargingMode
      hasMembership
      careMinFen
      careMaxFen
      bedMinFen
      bedMaxFen
      mealMinFen
      mealMaxFen
      depositMinFen
      depositMaxFen
      otherFeeMinFen
      otherFeeMaxFen
    }
  }
`);

export const SAVE_PROFILE = graphql(`
  mutation SaveCenterProfile($input: SaveCenterProfileInput!) {
    saveCenterProfile(input: $input) {
      version
    }
  }
`);
