//! Loading how figures are collected and given away: data requests, closed periods, and
//! the small-number rule of each audience.

use super::format::{self, SampleFile};
use super::load::{At, Loader, SampleError};
use super::values::{all, day, find, optional_day, period};
use backbone_core::measurement::{ClosedPeriod, DataRequest, Frequency, Measure, Wanted};
use backbone_core::reporting::{Audience, AudienceRule};
use backbone_core::{DataRequestId, Id};

impl Loader<'_> {
    pub(super) fn collecting(&mut self, sample: &SampleFile) -> Result<(), SampleError> {
        for request in &sample.data_requests {
            self.data_request(request)
                .at(|| format!("data request “{}”", request.title))?;
        }
        for closed in &sample.closed_periods {
            self.closed_period(closed)
                .at(|| "a closed period".to_owned())?;
        }
        for rule in &sample.audience_rules {
            self.audience_rule(rule)
                .at(|| format!("audience rule “{}”", rule.audience))?;
        }
        Ok(())
    }

    fn data_request(&mut self, request: &format::DataRequest) -> Result<(), SampleError> {
        let record = DataRequest {
            partner_id: find(&self.names.partners, "partner", &request.partner)?,
            title: request.title.clone(),
            due: day(&request.due)?,
            sent_on: optional_day(request.sent_on.as_deref())?,
            received_on: optional_day(request.received_on.as_deref())?,
            accepted_on: optional_day(request.accepted_on.as_deref())?,
            withdrawn_on: optional_day(request.withdrawn_on.as_deref())?,
            // Like an id, so that no file sent out for another copy is taken for this one's.
            token: DataRequestId::new(self.context.now_ms).to_string(),
            version: 1,
            note: request.note.clone(),
        };
        let mut wanted = Vec::new();
        for asked in &request.asks {
            wanted.extend(self.asked(asked)?);
        }
        let _ = self.book.add_data_request(record, &wanted, self.context)?;
        Ok(())
    }

    fn asked(&self, asked: &format::Asked) -> Result<Vec<Wanted>, SampleError> {
        let names = &self.names;
        let measure = find(&names.measures, "measure", &asked.measure)?;
        let frequency = self.book.get::<Measure>(measure)?.frequency;
        let place = asked.place.as_deref();
        let place = place
            .map(|name| find(&names.places, "place", name))
            .transpose()?;
        let groups = all(&names.groups, "group", &asked.groups)?;
        let mut found = Vec::new();
        for text in &asked.periods {
            let wanted = |group| -> Result<Wanted, SampleError> {
                Ok(Wanted {
                    measure,
                    place,
                    group,
                    period: period(text, frequency)?,
                })
            };
            if groups.is_empty() {
                found.push(wanted(None)?);
            }
            for group in &groups {
                found.push(wanted(Some(*group))?);
            }
        }
        Ok(found)
    }

    fn closed_period(&mut self, closed: &format::ClosedPeriod) -> Result<(), SampleError> {
        let record = ClosedPeriod {
            period: period(&closed.period, Frequency::Irregular)?,
            closed_on: day(&closed.closed_on)?,
            closed_by: closed.closed_by.clone(),
        };
        let _ = self.book.add(record, self.context)?;
        Ok(())
    }

    fn audience_rule(&mut self, rule: &format::AudienceRule) -> Result<(), SampleError> {
        let record = AudienceRule {
            audience: Audience::from_word("audience", &rule.audience)?,
            denominator_floor: rule.denominator_floor,
            numerator_floor: rule.numerator_floor,
            codes_tails: rule.codes_tails,
        };
        let _ = self.book.set_audience_rule(&record, self.context)?;
        Ok(())
    }
}
