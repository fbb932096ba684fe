//! Within one run each distinct read is sent once, whoever asks: later askers wait for the first one's answer.

use std::any::Any;
use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex};

use tokio::sync::OnceCell;

#[derive(Debug, Default)]
pub struct Memo {
    answers: Mutex<HashMap<String, Arc<dyn Any + Send + Sync>>>,
}

impl Memo {
    /// The answer under `key`; `read` runs only for the first to ask. A key stands for one type of answer.
    pub async fn once<T>(&self, key: String, read: impl Future<Output = T>) -> T
    where
        T: Clone + Send + Sync + 'static,
    {
        self.cell::<T>(key).get_or_init(|| read).await.clone()
    }

    fn cell<T: Send + Sync + 'static>(&self, key: String) -> Arc<OnceCell<T>> {
        let mut answers = self.answers.lock().expect("no holder panics");
        let cell = answers.entry(key).or_insert_with(|| Arc::new(OnceCell::<T>::new()));
        Arc::clone(cell).downcast().expect("a key stands for one type of answer")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[tokio::test]
    async fn twenty_askers_cost_one_read() {
        let (memo, reads) = (Memo::default(), AtomicUsize::new(0));
        let ask = || {
            memo.once("bucket".into(), async {
                tokio::task::yield_now().await;
                reads.fetch_add(1, Ordering::Relaxed)
            })
        };
        let answers = futures_util::future::join_all((0..20).map(|_| ask())).await;
        assert_eq!(answers, [0; 20]);
        assert_eq!(reads.into_inner(), 1);
    }
}
